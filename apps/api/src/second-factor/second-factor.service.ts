import { Injectable } from '@nestjs/common';
import type { ConfirmSecondFactor, VerifySecondFactor } from '#contracts';
import type { Person } from '#domain';
import { Database, Keyring, type Statement } from '#persistence';
import { invalid, mintSessionToken, ProblemException } from '#platform';
import type { FastifyReply } from 'fastify';
import type { ActingSession } from '../auth/authentication.js';
import { SlowHash } from '../auth/slow-hash.js';
import { AttemptLimits } from '../limits/attempt-limits.js';
import { PeopleService } from '../people/people.service.js';
import { setSessionCookie } from '../sessions/session-cookie.js';
import { mintOneTimeSecret, stepOf } from './one-time-codes.js';
import { mintRecoveryCodes, readRecoveryCode } from './recovery-codes.js';
import { CONFIRM, ENROL, READ, REMOVE, TAKE_CODE, TAKE_RECOVERY_CODE } from './second-factor.queries.js';

interface Factor {
  readonly sealedSecret: string;
  readonly confirmed: boolean;
  readonly recoveryHashes: readonly (string | null)[];
}
const placeOf = (personId: string): string => `totp/${personId}`;
const notAccepted = (field: 'code' | 'recoveryCode') =>
  invalid({ pointer: `#/${field}`, detail: 'is not a code that is good now', code: 'not-accepted' });

/** The second factor of a person: one-time codes of an authenticator app (RFC 6238). */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly slowHash: SlowHash,
    private readonly limits: AttemptLimits,
    private readonly people: PeopleService,
  ) {}

  /**
   * A new secret for the person's app, told once. It counts when the first code of it was confirmed.
   * @throws ProblemException 409 when there is a confirmed one: that must be removed first
   */
  async enrol(actor: Person, session: ActingSession): Promise<{ readonly uri: string }> {
    if (session.secondFactorEnrolled) throw new ProblemException('second-factor-enrolled');
    const { personId } = actor;
    const { person } = await this.people.me(actor);
    const { secret, uri } = mintOneTimeSecret(person.name);
    const sealed = await this.keyring.seal(secret, placeOf(personId));
    const [row] = await this.db.run(actor, ENROL, [personId, sealed]);
    if (!row) throw new ProblemException('second-factor-enrolled');
    return { uri };
  }

  /** The app works: from now on the factor is asked for. Answers the recovery codes, told once. */
  async confirm(
    actor: Person,
    session: ActingSession,
    { code }: ConfirmSecondFactor,
    reply: FastifyReply,
  ): Promise<{ readonly recoveryCodes: readonly string[] }> {
    const { factor, step } = await this.judged(actor, code, false);
    const recoveryCodes = mintRecoveryCodes();
    const secrets = recoveryCodes.map((recovery) => readRecoveryCode(recovery)?.secret ?? '');
    const hashes = await Promise.all(secrets.map((secret) => this.slowHash.make(secret)));
    await this.raise(actor, session, reply, CONFIRM, [step, factor.sealedSecret, hashes], 'code');
    return { recoveryCodes };
  }

  /** The person gives the factor in this session, by a code or, without their telephone, by a recovery code. */
  async verify(
    actor: Person,
    session: ActingSession,
    given: VerifySecondFactor,
    reply: FastifyReply,
  ): Promise<void> {
    if ('recoveryCode' in given) return this.recover(actor, session, given.recoveryCode, reply);
    const { factor, step } = await this.judged(actor, given.code, true);
    await this.raise(actor, session, reply, TAKE_CODE, [step, factor.sealedSecret], 'code');
  }

  /**
   * The person gives the factor up, or the office takes it away when the telephone is lost. Sessions that had it have it
   * no longer.
   */
  async remove(actor: Person, session: ActingSession | undefined, personId: string): Promise<void> {
    await this.people.mustMay('removeSecondFactor', actor, personId);
    const own = personId === actor.personId;
    if (own && !session?.secondFactorGiven) throw new ProblemException('second-factor-needed');
    const [row] = await this.db.run(actor, REMOVE, [personId]);
    if (!row) throw new ProblemException('second-factor-missing');
  }

  private async recover(
    actor: Person,
    session: ActingSession,
    typed: string,
    reply: FastifyReply,
  ): Promise<void> {
    const { recoveryHashes } = await this.attempted(actor, true);
    const code = readRecoveryCode(typed);
    const hash = code && recoveryHashes[code.place - 1];
    if (!hash || !(await this.slowHash.matches(hash, code.secret))) throw notAccepted('recoveryCode');
    await this.raise(actor, session, reply, TAKE_RECOVERY_CODE, [code.place, hash], 'recoveryCode');
  }

  private async judged(
    actor: Person,
    code: string,
    confirmed: boolean,
  ): Promise<{ factor: Factor; step: number }> {
    const factor = await this.attempted(actor, confirmed);
    const secret = await this.keyring.open(factor.sealedSecret, placeOf(actor.personId));
    const step = stepOf(code, secret);
    if (step === undefined) throw notAccepted('code');
    return { factor, step };
  }

  /** The factor to compare with, once the attempt is counted. @throws ProblemException 409, 429 */
  private async attempted(actor: Person, confirmed: boolean): Promise<Factor> {
    await this.limits.take('second-factor', actor.personId);
    const [factor] = await this.db.run<Factor>(actor, READ, [actor.personId]);
    if (!factor || (confirmed && !factor.confirmed)) throw new ProblemException('second-factor-missing');
    if (!confirmed && factor.confirmed) throw new ProblemException('second-factor-enrolled');
    return factor;
  }

  /** Take the code, once, and let the session go on under another secret. */
  private async raise(
    actor: Person,
    session: ActingSession,
    reply: FastifyReply,
    sql: Statement,
    what: readonly unknown[],
    field: 'code' | 'recoveryCode',
  ): Promise<void> {
    const { token, hash } = mintSessionToken();
    const [raised] = await this.db.run<{ endsAt: Date }>(actor, sql, [
      actor.personId,
      session.id,
      hash,
      ...what,
    ]);
    if (!raised) throw notAccepted(field);
    await this.limits.forget('second-factor', actor.personId);
    setSessionCookie(reply, token, raised.endsAt);
  }
}
