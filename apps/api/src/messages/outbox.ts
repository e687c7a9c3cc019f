import { Keyring, NOBODY, type Database } from '#persistence';
import { newId } from '#platform';
import { contactIndex } from './contacts.js';
import { Messages, type Outgoing } from './messages.js';
import { KEEP } from './messages.queries.js';
import { textOf } from './texts.js';

/** A machine of development sends nothing: messages wait here, sealed, to be looked at for a week. */
export class Outbox extends Messages {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
  ) {
    super();
  }

  override mustWork(): void {}

  override async send({ event, to, ...told }: Outgoing): Promise<void> {
    const id = newId();
    const key = `${event}/${contactIndex(this.keyring, to).toString('base64url')}`;
    const content = JSON.stringify({ to, text: textOf(told) });
    const sealed = await this.keyring.seal(content, `message/${id}`);
    await this.db.run(NOBODY, KEEP, [id, key, told.kind, sealed]);
  }
}
