import { Inject, Injectable, Logger } from '@nestjs/common';
import type { SignInByPhone } from '#contracts';
import { contactIndex, Database, Keyring, NOBODY, phonePlace, type Contact } from '#persistence';
import { hashToken, invalid, newId, ProblemException, type Config } from '#platform';
import type { Language } from '#wording';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomInt } from 'node:crypto';
import { SlowHash } from '../auth/slow-hash.js';
import { CONFIG } from '../config.module.js';
import { AttemptLimits } from '../limits/attempt-limits.js';
import { CODE_LASTS_S, Messages } from '../messages/messages.js';
import { Sessions } from '../sessions/sessions.js';
import { BEGIN_CODE, LANGUAGE, TRY_CODE, USE_CODE } from './phones.queries.js';

const DEFAULT_LANGUAGE = 'km';
/** The hash of a text that nobody knows: where there is no code, trying one takes as long. */
const NEVER =
  '$argon2id$v=19$m=65536,t=3,p=1$XazHSWlcp5PwaVS+lzrTyw$V+ACzXertxIYg++6iA3Ki62cjk1J2XD3bTXzeDZ8qtY';

const notAccepted = (): ProblemException =>
  invalid({ pointer: '#/code', detail: 'is not a code that is good now', code: 'not-accepted' });

const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/**
 * Sign-in for people without an e-mail account: a code of six digits by message, good once, for ten minutes and five
 * tries (ASVS 5.0, 6.5.1, 6.6.3). Whether a number is anybody's is told by no answer, and by no time an answer takes.
 */
@Injectable()
export class PhoneSignIn {
  private readonly logger = new Logger(PhoneSignIn.name);

  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly slowHash: SlowHash,
    private readonly limits: AttemptLimits,
    private readonly messages: Messages,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A new code in place of the former one. @throws ProblemException 429 after too many, for any number alike */
  async request(
    phone: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<{ expiresInSeconds: number }> {
    this.mustBeOn();
    // That of the address first: from one that asked too often nobody uses up the codes of others.
    await this.limits.take('phone-code-address', request.ip);
    await this.limits.take('phone-code', phone);
    const code = newCode();
    const to: Contact = { kind: 'phone', address: phone };
    const values = [contactIndex(this.keyring, to), await this.slowHash.make(code)];
    const [begun] = await this.db.run<{ known: boolean }>(NOBODY, BEGIN_CODE, values);
    // Only after the answer has gone out, so that it takes as long for everybody.
    if (begun?.known) reply.raw.once('close', () => this.tell(to, code));
    return { expiresInSeconds: CODE_LASTS_S };
  }

  /**
   * Whoever has the code begins a session; with the secret of an invitation to that number, as a member from now on.
   * @throws ProblemException 422, the same whatever was wrong
   */
  async enter(
    { phone, code, invitation }: SignInByPhone,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    this.mustBeOn();
    await this.limits.take('phone-try-address', request.ip);
    await this.limits.take('phone-try', phone);
    const index = contactIndex(this.keyring, { kind: 'phone', address: phone });
    const [tried] = await this.db.run<{ hash: string | null }>(NOBODY, TRY_CODE, [index]);
    const right = await this.slowHash.matches(tried?.hash ?? NEVER, code);
    if (!right || !tried?.hash) throw notAccepted();
    const newPerson = newId();
    const sealed = await this.keyring.seal(phone, phonePlace(newPerson));
    const secret = invitation === undefined ? null : hashToken(invitation);
    const [who] = await this.db.run<{ personId: string; organisationId: string | null }>(NOBODY, USE_CODE, [
      ...[index, tried.hash, secret, newPerson, sealed],
    ]);
    if (!who?.organisationId) throw notAccepted();
    const { personId, organisationId } = who;
    await this.sessions.begin({ personId, organisationId, method: 'phone-code' }, request, reply);
    await this.limits.forget('phone-try', phone);
  }

  private tell(to: Contact, code: string): void {
    this.send(to, code).catch((error: unknown) => {
      this.logger.error('a code could not be sent', error instanceof Error ? error.stack : undefined);
    });
  }

  private async send(to: Contact, code: string): Promise<void> {
    const [row] = await this.db.run<{ language: Language | null }>(NOBODY, LANGUAGE, [
      contactIndex(this.keyring, to),
    ]);
    const event = `phone-code/${newId()}`;
    const language = row?.language ?? DEFAULT_LANGUAGE;
    await this.messages.send({ kind: 'phone-code', event, to, language, params: { code } });
  }

  private mustBeOn(): void {
    if (!this.config.phoneSignIn) throw new ProblemException('messages-unavailable');
    this.messages.mustWork('phone');
  }
}
