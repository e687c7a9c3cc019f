import { cloudEvent, isWebhookEventType, webhookEvent } from '#contracts';
import {
  FAILING_DAYS,
  retryAfterOf,
  webhookOpenFor,
  webhookPassage,
  webhookPause,
  webhookVerdict,
} from '#domain';
import {
  NOBODY,
  toldNow,
  webhookAttempted,
  webhookEnded,
  webhookPassed,
  webhookToAttempt,
  webhookWaits,
  type Database,
  type Keyring,
  type WebhookAttempted,
  type WebhookToAttempt,
} from '#persistence';
import { newId, webhookSecretPlace, type Logger } from '#platform';
import type { WebhookActivities, WebhookInput, WebhookNext } from '#workflows';
import { postWebhook, type WebhookAnswer, type WebhookError } from './post.js';
import { signedHeaders } from './sign.js';

/** Longer than the longest request: who has not come back by then has died. */
const LEASE_S = 20;
const DAY_MS = 86_400_000;
const OVER: WebhookNext = { over: true };
const afterSeconds = (seconds: number): WebhookNext => ({ over: false, afterMs: Math.ceil(seconds * 1000) });

export interface WebhookSettings {
  /** Where the API is found, without a slash at its end. */
  readonly publicUrl: string;
  readonly allowLoopback: boolean;
}
type Came = (WebhookAnswer | { readonly error: WebhookError }) & {
  readonly at: Date;
  readonly latencyMs: number;
};

/** Attempts deliveries, one at a time each, and writes down what came of them. */
export class WebhookAttempts {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly settings: WebhookSettings,
    private readonly logger: Logger,
  ) {}

  /** @throws what is wrong with us: then it is tried again as if nothing had been */
  readonly attempt: WebhookActivities['attemptWebhook'] = async (asked) => {
    const found = await this.enter(asked);
    if ('over' in found) return found;
    const message = await this.messageFor(found, asked);
    if (message === undefined) return OVER;
    const at = new Date();
    const since = performance.now();
    const answer = await postWebhook({
      ...{ url: found.url, body: message.body, allowLoopback: this.settings.allowLoopback },
      headers: message.headersAt(at),
    });
    return this.settle(asked, { ...answer, at, latencyMs: Math.round(performance.now() - since) });
  };

  /** Through the gate of the endpoint, which one delivery passes at a time; or when to come back. */
  private enter({ deliveryId, round }: WebhookInput): Promise<WebhookToAttempt | WebhookNext> {
    return this.db.transaction(NOBODY, async (tx) => {
      const found = await webhookToAttempt(tx, deliveryId, round);
      if (!found) return OVER;
      if (found.endpointStatus === 'disabled') {
        await webhookEnded(tx, deliveryId, 'held');
        return OVER;
      }
      const passage = webhookPassage(found, found.now, Math.random());
      if (passage.go) {
        await webhookPassed(tx, deliveryId, LEASE_S, passage.nextFreeAt, passage.openUntil);
        return found;
      }
      await webhookWaits(tx, deliveryId, passage.waitS, passage.slotAt, passage.nextFreeAt);
      return afterSeconds(passage.waitS);
    });
  }

  /**
   * What is sent, as the receiver's organisation may know it at this instant. Nothing when it may not any more, or when
   * it cannot be made: that delivery is parked, and an operator looks at it.
   */
  private async messageFor(found: WebhookToAttempt, { deliveryId }: WebhookInput) {
    const actor = { personId: found.createdBy, organisationId: found.organisationId };
    const entry = found.aboutId ? null : await toldNow(this.db, actor, found.feedId, found.eventId);
    if (entry === undefined) return this.end(deliveryId, 'withheld');
    try {
      const event = entry
        ? cloudEvent(entry, this.settings.publicUrl)
        : this.aboutWebhooks(found, found.aboutId ?? '');
      const body = JSON.stringify(event);
      const secrets = await this.open(found.secrets ?? []);
      const type = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
      const agent = { 'user-agent': 'Selvedge-Webhooks/1', accept: '*/*', 'accept-encoding': 'identity' };
      const headersAt = (at: Date) => ({
        ...type,
        ...agent,
        ...signedHeaders(secrets, found.eventId, at, body),
      });
      return { body, headersAt };
    } catch (err) {
      this.logger.error({ err, deliveryId }, 'a webhook cannot be made');
      return this.end(deliveryId, 'parked', 'cannot-be-made');
    }
  }

  private aboutWebhooks({ eventId, type, createdAt }: WebhookToAttempt, endpointId: string) {
    if (!isWebhookEventType(type)) throw new Error('a type that webhooks do not have');
    return webhookEvent({ eventId, type, endpointId, at: createdAt }, this.settings.publicUrl);
  }

  private open(secrets: NonNullable<WebhookToAttempt['secrets']>) {
    if (secrets.length === 0) throw new Error('an endpoint without a secret');
    return Promise.all(
      secrets.map(async ({ id, kind, sealed }) => ({
        kind,
        text: await this.keyring.open(sealed, webhookSecretPlace(id)),
      })),
    );
  }

  private async end(id: string, status: 'withheld' | 'parked', reason?: string): Promise<undefined> {
    await this.db.transaction(NOBODY, (tx) => webhookEnded(tx, id, status, reason));
  }

  private settle({ deliveryId, round }: WebhookInput, came: Came): Promise<WebhookNext> {
    return this.db.transaction(NOBODY, async (tx) => {
      const found = await webhookToAttempt(tx, deliveryId, round);
      if (!found) return OVER;
      const attempted = attemptedBy(found, came);
      await webhookAttempted(tx, deliveryId, attempted);
      return attempted.pauseS === undefined ? OVER : afterSeconds(attempted.pauseS);
    });
  }
}

/** What an answer, or none, means for the delivery and for its endpoint. */
function attemptedBy(found: WebhookToAttempt, came: Came): WebhookAttempted {
  const { at, latencyMs } = came;
  const attempts = found.attempts + 1;
  const statusCode = 'statusCode' in came ? came.statusCode : undefined;
  const verdict = webhookVerdict(statusCode, attempts);
  const outcome = 'statusCode' in came ? { statusCode, answer: came.body } : { error: came.error as string };
  const told = { id: newId(), ...outcome, at, latencyMs, verdict };
  if (verdict === 'delivered') return { ...told, failuresInRow: 0, failingSince: null, openUntil: null };
  const failingSince = found.failingSince ?? found.now;
  const failuresInRow = found.failuresInRow + 1;
  const openFor = webhookOpenFor(failuresInRow);
  const failing = found.now.getTime() - failingSince.getTime() >= FAILING_DAYS * DAY_MS;
  const retryAfterS = 'retryAfter' in came ? retryAfterOf(came.retryAfter, found.now) : undefined;
  return {
    ...{ ...told, failuresInRow, failingSince },
    openUntil: openFor === undefined ? null : new Date(found.now.getTime() + openFor * 1000),
    ...(verdict === 'failed' && { pauseS: webhookPause(attempts, Math.random(), retryAfterS) }),
    ...(verdict === 'gone' ? { disable: 'gone' as const } : failing && { disable: 'failing' as const }),
  };
}
