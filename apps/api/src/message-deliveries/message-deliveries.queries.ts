import { statement, type Statement } from '#persistence';

const COLUMNS = `id, channel, kind, status, notification_id as "notificationId", person_id as "personId", attempts, error,
  provider_id as "providerId", created_at as "createdAt", next_at as "nextAt", sent_at as "sentAt"`;
/** What the list is narrowed to, in the order of the parameters; each of them has its index. */
const FILTERS = [
  ['status', 'status'],
  ['personId', 'person_id'],
  ['kind', 'kind'],
  ['channel', 'channel'],
] as const;
export type Filter = (typeof FILTERS)[number][0];

/** Newest first, after id $1; $2 rows, and from $3 on what was asked for. A condition that was not asked for is not there. */
export function list(asked: Readonly<Partial<Record<Filter, string | undefined>>>): {
  readonly sql: Statement;
  readonly values: readonly string[];
} {
  const given = FILTERS.filter(([name]) => asked[name] !== undefined);
  const conditions = given.map(([, column], i) => ` and ${column} = $${i + 3}`).join('');
  const name = ['message-delivery-list', ...given.map(([filter]) => filter)].join('-');
  return {
    sql: statement(
      name,
      `select ${COLUMNS} from message_delivery where ($1::uuid is null or id < $1)${conditions} order by id desc limit $2`,
    ),
    values: given.map(([filter]) => asked[filter] ?? ''),
  };
}
