import { afterQuiet, isUrgent, mayBeRepeated, pauseBeforeRetry } from '#domain';
import {
  claimDeliveries,
  settleDelivery,
  type ClaimedDelivery,
  type Database,
  type DeliveryResult,
} from '#persistence';
import type { Logger } from '#platform';
import { Rounds } from '../rounds.js';
import type { MessageChannel, OutgoingMessage, SendOutcome } from './channel.js';
import { isLegal } from './dispatch.js';
import type { Letters } from './letters.js';

/** Without a notice: what is tried again. */
const EVERY_MS = 2_000;
/** No more than go out side by side: none of them waits here while its lease runs. */
const AT_ONCE = 4;

/** What an outcome comes to after so many attempts. A message that may have arrived is not repeated, if a repeat cannot be told. */
export function resultOf(sent: SendOutcome, attempts: number, repeatable: boolean): DeliveryResult {
  switch (sent.outcome) {
    case 'sent':
      return { status: 'sent', providerId: sent.providerId };
    case 'bounced':
      return { status: 'bounced', error: sent.code };
    case 'unknown':
      return repeatable ? later(sent.code, attempts) : { status: 'failed', error: sent.code };
    case 'failed':
      return later(sent.code, attempts, sent.retryAfterS);
  }
}

function later(error: string, attempts: number, atLeastS = 0): DeliveryResult {
  const pauseS = pauseBeforeRetry(attempts);
  return pauseS === undefined
    ? { status: 'failed', error }
    : { status: 'queued', error, pauseS: Math.max(pauseS, atLeastS) };
}

/** What is tried again wakes nobody: it waits for the end of quiet hours, unless it is urgent. */
export function outOfQuiet(
  result: DeliveryResult,
  { notice, quietFrom, quietUntil }: Pick<ClaimedDelivery, 'notice' | 'quietFrom' | 'quietUntil'>,
  now: Date,
): DeliveryResult {
  const { pauseS } = result;
  if (pauseS === undefined || !quietFrom || !quietUntil) return result;
  if (notice?.type && isUrgent(notice.type)) return result;
  const next = new Date(now.getTime() + pauseS * 1000).toISOString();
  const free = afterQuiet(next, { from: quietFrom, until: quietUntil });
  return { ...result, pauseS: (Date.parse(free) - now.getTime()) / 1000 };
}

export interface SendingPorts {
  readonly db: Database;
  readonly letters: Letters;
  readonly logger: Logger;
  /** The text of what was sent is not kept: in production nobody looks at it any more. */
  readonly forget: boolean;
}

/**
 * Sends what is due on one channel. That a message is being sent is committed before the provider is asked: when a worker
 * dies in between, an e-mail is sent again under the same Message-ID, and a message that cannot be recognised is not.
 */
export class Sending extends Rounds {
  constructor(
    private readonly channel: MessageChannel,
    private readonly ports: SendingPorts,
  ) {
    const { logger } = ports;
    super(EVERY_MS, (err) => logger.error({ err, channel: channel.kind }, 'messages could not be sent'));
  }

  override async stop(): Promise<void> {
    await super.stop();
    this.channel.close();
  }

  protected async work(): Promise<void> {
    while (!this.stopping && (await this.sendSome()) > 0);
  }

  /** Gives how many messages it took, whatever became of them. */
  async sendSome(): Promise<number> {
    const claimed = await claimDeliveries(this.ports.db, this.channel.kind, AT_ONCE);
    await Promise.all(claimed.map((delivery) => this.sendOne(delivery)));
    return claimed.length;
  }

  private async sendOne(delivery: ClaimedDelivery): Promise<void> {
    const { db, logger, forget } = this.ports;
    const { id, kind, attempts } = delivery;
    const result = outOfQuiet(await this.resultOfSending(delivery), delivery, new Date());
    const { status, error } = result;
    logger.info(
      { deliveryId: id, channel: this.channel.kind, kind, attempts, status, error },
      'sent a message',
    );
    await settleDelivery(db, delivery, result, forget);
  }

  private async resultOfSending(delivery: ClaimedDelivery): Promise<DeliveryResult> {
    const { attempts, again, saidNo, stands, kind } = delivery;
    const repeatable = mayBeRepeated(this.channel.kind);
    if (again && !repeatable) return { status: 'failed', error: 'perhaps-sent' };
    if (saidNo && !isLegal(kind)) return { status: 'unsubscribed' };
    if (!stands) return { status: 'failed', error: 'no-longer-theirs' };
    const letter = await this.written(delivery);
    if (letter === 'not-written') return later(letter, attempts);
    if (!letter) return { status: 'failed', error: 'no-address' };
    return resultOf(await this.channel.send(letter), attempts, repeatable);
  }

  /** What cannot be written now, a key being away, may be later: nobody was asked to send it. */
  private async written(delivery: ClaimedDelivery): Promise<OutgoingMessage | undefined | 'not-written'> {
    try {
      return await this.ports.letters.write(delivery, this.channel.kind);
    } catch (err) {
      this.ports.logger.error({ err, deliveryId: delivery.id }, 'a message could not be written');
      return 'not-written';
    }
  }
}
