import { statement } from '#persistence';

/** $1 id, $2 event and recipient, $3 kind, $4 sealed content. */
export const KEEP = statement('message-keep', 'select keep_message($1, $2, $3, $4)');

/** $1 message, $2 id of its delivery, $3 channel, $4 whether somebody waits for it, $5 seconds after which it is given up. */
export const QUEUE = statement('message-queue', 'select queue_message($1, $2, $3, $4, $5)');

/** Newest first, after id $1; $2 rows. What was sent and forgotten has nothing to show. */
export const LIST = statement(
  'message-list',
  `select id, kind, sealed_content as "sealedContent", created_at as "createdAt" from message
    where ($1::uuid is null or id < $1) and sealed_content <> '' order by id desc limit $2`,
);
