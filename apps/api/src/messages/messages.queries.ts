import { statement } from '#persistence';

/** $1 id, $2 event and recipient, $3 kind, $4 sealed content. */
export const KEEP = statement('message-keep', 'select keep_message($1, $2, $3, $4)');

/** Newest first, after id $1; $2 rows. */
export const LIST = statement(
  'message-list',
  `select id, kind, sealed_content as "sealedContent", created_at as "createdAt" from message
    where ($1::uuid is null or id < $1) order by id desc limit $2`,
);
