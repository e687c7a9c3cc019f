import type { MessageChannelKind } from '#domain';
import {
  channelOfContact,
  contactIndex,
  messagePlace,
  NOBODY,
  type Contact,
  type Database,
  type Keyring,
} from '#persistence';
import { newId, ProblemException } from '#platform';
import { haste, Messages, reached, type Outgoing } from './messages.js';
import { KEEP, QUEUE } from './messages.queries.js';
import { textOf } from './texts.js';

/**
 * Messages are kept here, sealed, and the worker sends them as soon as it hears of them. A machine of development without
 * that channel sends nothing: there they wait to be looked at for a week.
 */
export class Outbox extends Messages {
  readonly reaches: readonly Contact['kind'][];

  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly channels: readonly MessageChannelKind[],
    production: boolean,
  ) {
    super();
    this.reaches = reached(channels, production);
  }

  override mustWork(kind: Contact['kind']): void {
    if (!this.reaches.includes(kind)) throw new ProblemException('messages-unavailable');
  }

  override async send({ event, to, language, ...told }: Outgoing): Promise<void> {
    this.mustWork(to.kind);
    const id = newId();
    const key = `${event}/${contactIndex(this.keyring, to).toString('base64url')}`;
    const content = JSON.stringify({ to, ...textOf(told, language) });
    const sealed = await this.keyring.seal(content, messagePlace(id));
    const channel = channelOfContact(to);
    await this.db.transaction(NOBODY, async (tx) => {
      await tx.run(KEEP, [id, key, told.kind, sealed]);
      if (!this.channels.includes(channel)) return;
      const { urgent, seconds } = haste(told.kind);
      await tx.run(QUEUE, [id, newId(), channel, urgent, seconds]);
    });
  }
}
