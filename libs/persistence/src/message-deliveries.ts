import type { DeliveryStatus, EventType, MessageChannelKind } from '#domain';
import { NOBODY, statement, type Database, type Row } from './database.js';

const TO_SEND = statement(
  'notifications-to-send',
  `select id, person_id as "personId", kind, supplier, ways, chosen, stands from notifications_to_send($1, $2)`,
);
const QUEUE = statement('queue-deliveries', 'select queue_deliveries($1, $2)');

/** A notification that is due, and how its person can be reached. */
export interface DueNotification extends Row {
  readonly id: string;
  readonly personId: string;
  readonly kind: string;
  readonly supplier: boolean;
  readonly ways: readonly MessageChannelKind[];
  readonly chosen: readonly (MessageChannelKind | 'none')[];
  /** Whether it may still be told: they work there, the case is the organisation's to see, and it is still news. */
  readonly stands: boolean;
}

/**
 * Takes notifications that are due, asks on which channel each is sent, and queues a delivery for those that are. All of
 * them are done with then, whatever was decided: a repeat finds them no more.
 * @param choose the channel of one, with the id of its delivery; undefined when nothing is sent
 * @returns how many were taken
 */
export const queueNotifications = (
  db: Database,
  channels: readonly MessageChannelKind[],
  limit: number,
  choose: (due: DueNotification) => { readonly id: string; readonly channel: MessageChannelKind } | undefined,
): Promise<number> =>
  db.transaction(NOBODY, async (tx) => {
    const due = await tx.run<DueNotification>(TO_SEND, [channels, limit]);
    if (due.length === 0) return 0;
    const deliveries = due.flatMap((one) => {
      const chosen = choose(one);
      return chosen ? [{ ...chosen, notificationId: one.id }] : [];
    });
    await tx.run(QUEUE, [due.map(({ id }) => id), JSON.stringify(deliveries)]);
    return due.length;
  });

const CLAIM = statement(
  'claim-deliveries',
  `select id, attempts, again, kind, person_id as "personId", sealed_message as "sealedMessage", message_id as "messageId",
       notice, case_number as "caseNumber", qualification_id as "qualificationId", language,
       quiet_from as "quietFrom", quiet_until as "quietUntil",
       sealed_address as "sealedAddress", said_no as "saidNo", stands from claim_deliveries($1, $2)`,
);
/** A message that is this process's to send, for three minutes. */
export interface ClaimedDelivery extends Row {
  readonly id: string;
  /** This one included. */
  readonly attempts: number;
  /** Whoever had it before has died, and nobody knows whether it was sent. */
  readonly again: boolean;
  readonly kind: string;
  readonly personId: string | null;
  /** Of a letter of ours: to whom, and the text, sealed under `messagePlace`. */
  readonly messageId: string | null;
  readonly sealedMessage: string | null;
  /** Of a notification: what its words are made of, and the person's address, if one is there that works. */
  readonly notice: {
    readonly type?: EventType;
    readonly params: Readonly<Record<string, unknown>>;
  } | null;
  readonly caseNumber: string | null;
  readonly qualificationId: string | null;
  readonly language: 'km' | 'en' | 'zh' | null;
  /** Of the person, `HH:MM` in Phnom Penh; both or none. */
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly sealedAddress: string | null;
  readonly saidNo: boolean;
  readonly stands: boolean;
}
/** Takes messages that are due on a channel; that they are being sent is committed before anybody is asked to. */
export const claimDeliveries = (
  db: Database,
  channel: MessageChannelKind,
  limit: number,
): Promise<readonly ClaimedDelivery[]> => db.run<ClaimedDelivery>(NOBODY, CLAIM, [channel, limit]);

const SETTLE = statement('settle-delivery', 'select settle_delivery($1, $2, $3, $4, $5, $6, $7, $8)');
export interface DeliveryResult {
  readonly status: Exclude<DeliveryStatus, 'sending'>;
  readonly providerId?: string | undefined;
  readonly error?: string | undefined;
  /** Seconds until it is tried again, with `queued`. */
  readonly pauseS?: number | undefined;
}
/**
 * What became of an attempt. An address that bounced is not used again, and the office gets a task.
 * @param forget the text of a letter is not kept once nothing more is tried
 */
export const settleDelivery = async (
  db: Database,
  { id, attempts, sealedAddress }: Pick<ClaimedDelivery, 'id' | 'attempts' | 'sealedAddress'>,
  { status, providerId, error, pauseS }: DeliveryResult,
  forget: boolean,
): Promise<void> => {
  const came = [status, providerId ?? null, error ?? null, pauseS ?? 0];
  await db.run(NOBODY, SETTLE, [id, attempts, ...came, sealedAddress, forget]);
};

const KEEP_SECRET = statement('keep-unsubscribe-secret', 'select keep_unsubscribe_secret($1, $2, $3)');
/** From now on whoever has the secret with this hash says no for that person to that kind. */
export const keepUnsubscribeSecret = async (
  db: Database,
  hash: Buffer,
  personId: string,
  kind: string,
): Promise<void> => {
  await db.run(NOBODY, KEEP_SECRET, [hash, personId, kind]);
};
