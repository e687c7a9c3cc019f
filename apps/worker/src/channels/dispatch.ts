import { channelFor, MUST_BE_TOLD, type MessageChannelKind } from '#domain';
import { queueNotifications, type Database, type DueNotification } from '#persistence';
import { newId, type Logger } from '#platform';
import { Rounds } from '../rounds.js';

/** Without a notice: what becomes due by itself, after quiet hours. */
const EVERY_MS = 5_000;
const AT_ONCE = 100;
/** Notifications that are worth a message to a telephone: something waits, or is decided. */
const MATTERS: readonly string[] = ['task', 'reminder', 'escalation', 'legal'];

/** Whom the law wants told is told, whatever they chose. */
export const isLegal = (kind: string): boolean => MUST_BE_TOLD.some((legal) => legal === kind);

/** The channel on which a notification goes out; undefined when none does. */
export function channelOf({ stands, ...due }: DueNotification): MessageChannelKind | undefined {
  if (!stands) return undefined;
  return channelFor({ ...due, legal: isLegal(due.kind), matters: MATTERS.includes(due.kind) });
}

/** Sends notifications that are due on their way, each on the one channel that its person wants. */
export class Dispatch extends Rounds {
  constructor(
    private readonly db: Database,
    private readonly channels: readonly MessageChannelKind[],
    logger: Logger,
  ) {
    super(EVERY_MS, (err) => logger.error({ err }, 'notifications could not be sent on their way'));
  }

  protected async work(): Promise<void> {
    while (!this.stopping && (await this.dispatchSome()) > 0);
  }

  /** Gives how many notifications were due. */
  dispatchSome(): Promise<number> {
    return queueNotifications(this.db, this.channels, AT_ONCE, (due) => {
      const channel = channelOf(due);
      return channel && { id: newId(), channel };
    });
  }
}
