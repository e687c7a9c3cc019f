import { Inject, Injectable } from '@nestjs/common';
import type { AddressCodeView, AddressesView, TelegramLinkView } from '#contracts';
import type { Person } from '#domain';
import { addressPlace, contactIndex, Database, Keyring, type Contact } from '#persistence';
import { channelsOf, invalid, mintSessionToken, newId, notFound, type Config } from '#platform';
import { randomInt } from 'node:crypto';
import { SlowHash } from '../auth/slow-hash.js';
import { CONFIG } from '../config.module.js';
import { AttemptLimits } from '../limits/attempt-limits.js';
import { CODE_LASTS_S, Messages } from '../messages/messages.js';
import { PeopleService } from '../people/people.service.js';
import * as sql from './addresses.queries.js';
import { addressesView, type AddressRow } from './addresses.view.js';

const LINK_LASTS_S = 15 * 60;

/**
 * Where messages to a person go. Every address is shown to be theirs before anything is sent there: an e-mail address by a
 * code, a Telegram account by a link that is opened in it; their telephone they sign in with.
 */
@Injectable()
export class AddressesService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly slowHash: SlowHash,
    private readonly limits: AttemptLimits,
    private readonly messages: Messages,
    private readonly people: PeopleService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One's own. */
  async read(actor: Person): Promise<AddressesView> {
    const rows = await this.db.run<AddressRow>(actor, sql.READ, [actor.personId]);
    const opened = rows.map(async (row) => {
      const place = addressPlace(actor.personId, row.channel === 'code' ? 'email' : row.channel);
      return { ...row, address: await this.keyring.open(row.sealedAddress, place) };
    });
    return addressesView(await Promise.all(opened), channelsOf(this.config.messages));
  }

  /**
   * Sends a code to an address; the one before stays in use until the code is given. Whose it is else is nobody's matter.
   * @throws ProblemException 503 when no mail goes out from here, 429 after too many
   */
  async setEmail(actor: Person, address: string): Promise<AddressCodeView> {
    const to: Contact = { kind: 'email', address };
    this.messages.mustWork(to.kind);
    await this.limits.take('address-code', actor.personId);
    await this.limits.take('address-code', address);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const sealed = await this.keyring.seal(address, addressPlace(actor.personId, 'email'));
    const values = [actor.personId, sealed, contactIndex(this.keyring, to), await this.slowHash.make(code)];
    await this.db.run(actor, sql.BEGIN, [...values, CODE_LASTS_S]);
    const { language } = await this.people.me(actor, undefined).then(({ person }) => person);
    const event = `address-code/${newId()}`;
    await this.messages.send({ kind: 'address-code', event, to, language, params: { code } });
    return { expiresInSeconds: CODE_LASTS_S };
  }

  /** From now on messages go there. @throws ProblemException 422, the same whatever was wrong */
  async verifyEmail(actor: Person, code: string): Promise<void> {
    await this.limits.take('address-try', actor.personId);
    const [tried] = await this.db.run<{ hash: string }>(actor, sql.TRY, [actor.personId]);
    const right = tried !== undefined && (await this.slowHash.matches(tried.hash, code));
    const [kept] = right ? await this.db.run<{ verified: boolean }>(actor, sql.VERIFY, [tried.hash]) : [];
    if (!kept?.verified)
      throw invalid({ pointer: '#/code', detail: 'is not a code that is good now', code: 'not-accepted' });
    await this.limits.forget('address-try', actor.personId);
  }

  /** Nothing is sent there any more. */
  async remove(actor: Person, channel: 'email' | 'telegram'): Promise<void> {
    await this.db.run(actor, sql.REMOVE, [actor.personId, channel]);
  }

  /** A link that ties the Telegram account in which it is opened. @throws ProblemException 404 when there is no bot here */
  async linkTelegram(actor: Person): Promise<TelegramLinkView> {
    const { telegram } = this.config.messages;
    if (!telegram) throw notFound('Telegram bot');
    const { token, hash } = mintSessionToken();
    const [row] = await this.db.run<{ expiresAt: Date }>(actor, sql.BEGIN_LINK, [
      ...[actor.personId, hash, LINK_LASTS_S],
    ]);
    if (!row) throw notFound('person');
    return { link: `https://t.me/${telegram.bot}?start=${token}`, expiresAt: row.expiresAt.toISOString() };
  }

  /** The office knows that an address takes no messages: a letter came back later. @throws ProblemException 404 */
  async markBounced(actor: Person, personId: string, channel: 'email' | 'telegram'): Promise<void> {
    await this.people.mustMay('markAddressBounced', actor, personId);
    const [row] = await this.db.run<{ marked: boolean }>(actor, sql.MARK_BOUNCED, [personId, channel]);
    if (!row?.marked) throw notFound('address');
  }
}
