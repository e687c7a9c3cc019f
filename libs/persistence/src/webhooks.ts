import type { WebhookVerdict } from '#domain';
import { NOBODY, statement, type Database, type Row, type SqlActor, type Transaction } from './database.js';
import type { FeedEntry } from './feed-reads.js';

/** A delivery that waits for its workflow. */
export interface WebhookToStart {
  readonly id: string;
  readonly endpointId: string;
  readonly eventId: string;
  /** Counts how often it was sent on its way again. */
  readonly round: number;
}

const TAKE = statement(
  'webhooks-take',
  `select id, endpoint_id as "endpointId", event_id as "eventId", round from take_webhook_deliveries($1)`,
);
/** Deliveries to start a workflow for. Another relay gets others; what is not settled within 30 seconds is given again. */
export const takeWebhooks = (db: Database, limit: number): Promise<readonly WebhookToStart[]> =>
  db.run<WebhookToStart & Row>(NOBODY, TAKE, [limit]);

const STARTED = statement('webhooks-started', 'select webhooks_started($1)');
export async function webhooksStarted(db: Database, ids: readonly string[]): Promise<void> {
  await db.run(NOBODY, STARTED, [ids]);
}

const POSTPONED = statement('webhooks-postponed', 'select webhooks_postponed($1, $2)');
/** Nobody could be started just now: all of them are given again after so many seconds. */
export async function webhooksPostponed(
  db: Database,
  ids: readonly string[],
  seconds: number,
): Promise<void> {
  await db.run(NOBODY, POSTPONED, [ids, seconds]);
}

const NOT_STARTED = statement('webhook-not-started', 'select webhook_not_started($1, $2, $3)');
/** It could not be started for a reason of its own; after the `most`th time it is parked with that reason, a code. */
export async function webhookNotStarted(
  db: Database,
  id: string,
  reason: string,
  most: number,
): Promise<void> {
  await db.run(NOBODY, NOT_STARTED, [id, reason, most]);
}

/** A secret that signs now. */
export interface SealedSecret {
  readonly id: string;
  readonly kind: 'v1' | 'v1a';
  readonly sealed: string;
}
/** All it takes to attempt a delivery that is under way. */
export interface WebhookToAttempt {
  readonly endpointId: string;
  readonly organisationId: string;
  /** The feed that it is told of. */
  readonly feedId: string;
  readonly createdBy: string;
  readonly url: string;
  readonly endpointStatus: 'enabled' | 'disabled';
  readonly rateLimit: number;
  readonly nextFreeAt: Date;
  readonly openUntil: Date | null;
  readonly failuresInRow: number;
  readonly failingSince: Date | null;
  readonly inFlight: number;
  readonly eventId: string;
  readonly type: string;
  readonly aboutId: string | null;
  readonly attempts: number;
  readonly slotAt: Date | null;
  readonly createdAt: Date;
  /** The newest first. */
  readonly secrets: readonly SealedSecret[] | null;
  /** The database's clock. */
  readonly now: Date;
}

const TO_ATTEMPT = statement(
  'webhook-to-attempt',
  `select endpoint_id as "endpointId", organisation_id as "organisationId", feed_id as "feedId",
     created_by as "createdBy", url, endpoint_status as "endpointStatus", rate_limit as "rateLimit",
     next_free_at as "nextFreeAt", open_until as "openUntil", failures_in_row as "failuresInRow",
     failing_since as "failingSince", in_flight as "inFlight", event_id as "eventId", type, about_id as "aboutId",
     attempts, slot_at as "slotAt", created_at as "createdAt", secrets, now from webhook_to_attempt($1, $2)`,
);
/**
 * The delivery, when it is under way in this round, with its endpoint, which is locked until the transaction ends. Nothing
 * when it has come to its end, or its endpoint is gone.
 */
export async function webhookToAttempt(
  tx: Transaction,
  id: string,
  round: number,
): Promise<WebhookToAttempt | undefined> {
  return (await tx.run<WebhookToAttempt & Row>(TO_ATTEMPT, [id, round]))[0];
}

const PASSED = statement('webhook-passed', 'select webhook_passed($1, $2, $3, $4)');
/** It is attempted now; who dies over it is not waited for longer than so many seconds. */
export async function webhookPassed(
  tx: Transaction,
  id: string,
  leaseS: number,
  nextFreeAt: Date,
  openUntil: Date | null,
): Promise<void> {
  await tx.run(PASSED, [id, leaseS, nextFreeAt, openUntil]);
}

const WAITS = statement('webhook-waits', 'select webhook_waits($1, $2, $3, $4)');
export async function webhookWaits(
  tx: Transaction,
  id: string,
  seconds: number,
  slotAt: Date | null,
  nextFreeAt: Date,
): Promise<void> {
  await tx.run(WAITS, [id, seconds, slotAt, nextFreeAt]);
}

const ENDED = statement('webhook-ended', 'select webhook_ended($1, $2, $3)');
/** `held`: the endpoint is disabled. `withheld`: the organisation may not know of it any more. `parked`: with a reason. */
export async function webhookEnded(
  tx: Pick<Transaction, 'run'>,
  id: string,
  status: 'held' | 'withheld' | 'parked',
  reason: string | null = null,
): Promise<void> {
  await tx.run(ENDED, [id, status, reason]);
}

/** What an attempt came to, and what follows from it for its delivery and its endpoint. */
export interface WebhookAttempted {
  readonly id: string;
  readonly at: Date;
  readonly statusCode?: number | undefined;
  /** Why no answer came. */
  readonly error?: string | undefined;
  readonly latencyMs: number;
  readonly answer?: Buffer | undefined;
  readonly verdict: WebhookVerdict;
  /** Seconds until the next attempt, when there is one. */
  readonly pauseS?: number | undefined;
  readonly failuresInRow: number;
  readonly failingSince: Date | null;
  readonly openUntil: Date | null;
  /** The endpoint is disabled for it. */
  readonly disable?: 'gone' | 'failing' | undefined;
}
const STATUS: Readonly<Record<WebhookVerdict, string>> = {
  delivered: 'delivered',
  gone: 'gone',
  failed: 'started',
  exhausted: 'failed',
};
const ATTEMPTED = statement('webhook-attempted', 'select webhook_attempted($1, $2, $3)');
/** Within the transaction of `webhookToAttempt`. */
export async function webhookAttempted(
  tx: Transaction,
  id: string,
  { answer, verdict, ...attempt }: WebhookAttempted,
): Promise<void> {
  const told = JSON.stringify({ ...attempt, status: STATUS[verdict] });
  await tx.run(ATTEMPTED, [id, told, answer ?? null]);
}

const ENTRY = statement(
  'webhook-entry',
  `select position::text, event_id as "eventId", qualification_id as "qualificationId", seq, part, type, data,
       occurred_at as "occurredAt", told_at as "toldAt"
     from feed_entry f where f.organisation_id = $1 and f.event_id = $2`,
);
/** An event as the feed tells it to this organisation at this instant; nothing when it may not know of it any more. */
export async function toldNow(
  db: Database,
  actor: SqlActor,
  feedId: string,
  eventId: string,
): Promise<FeedEntry | undefined> {
  return (await db.run<FeedEntry & Row>(actor, ENTRY, [feedId, eventId]))[0];
}

const BACKLOG = statement(
  'webhook-backlog',
  'select waiting::int, oldest, parked::int from webhook_backlog()',
);
export interface WebhookBacklog {
  readonly waiting: number;
  /** Since when the oldest one waits to be started. */
  readonly oldest: Date | null;
  readonly parked: number;
}
/** Deliveries that wait for their workflow, and those that are parked. */
export async function webhookBacklog(db: Database): Promise<WebhookBacklog> {
  const [row] = await db.run<WebhookBacklog & Row>(NOBODY, BACKLOG, []);
  return row ?? { waiting: 0, oldest: null, parked: 0 };
}
