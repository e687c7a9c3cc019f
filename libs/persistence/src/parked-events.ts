import type { ParkReason } from '#domain';
import { OFFICE } from './case-writes.js';
import { statement, type Database, type Row, type SqlActor } from './database.js';

/** An event that could not be told and was set aside. */
export interface ParkedEvent {
  readonly id: string;
  readonly qualificationId: string;
  readonly seq: number;
  readonly part: number;
  /** As it was written: it may be of no type that is known here. */
  readonly type: string;
  readonly reason: ParkReason;
  readonly parkedAt: Date;
  /** `parkedAt` to the microsecond, as PostgreSQL orders by it. */
  readonly parkedExactly: string;
}
const LIST = statement(
  'parked-events',
  `select id, qualification_id as "qualificationId", seq, position as part, type, park_reason as reason,
       parked_at as "parkedAt", parked_at::text as "parkedExactly"
     from outbox_event where parked_at is not null and (parked_at, id) > ($1::timestamptz, $2::uuid)
    order by parked_at, id limit $3`,
);

/** What was set aside, in that order; to nobody but the programme office. */
export const listParkedEvents = (
  db: Database,
  actor: SqlActor,
  page: {
    readonly after?: { readonly parkedAt: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<readonly ParkedEvent[]> =>
  db.run<ParkedEvent & Row>(actor, LIST, [
    page.after?.parkedAt ?? '-infinity',
    page.after?.id ?? OFFICE,
    page.limit,
  ]);

const RETRY = statement('retry-parked-event', 'select retry_parked_event($1) as again');
/** Has it told again. False when it is not set aside (any more), or somebody else than the programme office asks. */
export async function retryParkedEvent(db: Database, actor: SqlActor, id: string): Promise<boolean> {
  const [row] = await db.run<{ again: boolean }>(actor, RETRY, [id]);
  return row?.again ?? false;
}
