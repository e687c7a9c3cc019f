import { Injectable } from '@nestjs/common';
import { Database, Keyring, NOBODY, statement } from '#persistence';
import { tooManyRequests } from '#platform';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const TAKE = statement(
  'attempts-take',
  'select points, ms_left as "msLeft" from take_points($1, $2::integer, $3::float8)',
);
const FORGET = statement('attempts-forget', 'select forget_points($1)');

/** What can be guessed or is dear, and how many attempts there are in how many seconds. */
const ATTEMPTS = {
  /** Of one person: six digits, three of them right at any time, take centuries at this pace (ASVS 5.0, 6.6.3). */
  'second-factor': { points: 5, duration: 15 * 60 },
  /** Messages with an invitation to one contact: nobody is flooded by way of us. */
  invitation: { points: 10, duration: 24 * 3600 },
  /** Codes sent to one number, and tries at them: 15 of a million in an hour. */
  'phone-code': { points: 5, duration: 3600 },
  'phone-try': { points: 15, duration: 3600 },
  /** Codes sent to one e-mail address or asked for by one person, and tries at them. */
  'address-code': { points: 5, duration: 3600 },
  'address-try': { points: 15, duration: 3600 },
  /** The same of one address, behind which a whole factory may sit. */
  'phone-code-address': { points: 200, duration: 3600 },
  'phone-try-address': { points: 600, duration: 3600 },
  /** Secrets of one OAuth client from one address: 256 bits are not guessed, but somebody may try. */
  'client-secret': { points: 20, duration: 15 * 60 },
  /** Not guessed at all, but long to answer: everything of one supplier, asked for by one person. */
  export: { points: 6, duration: 3600 },
  /** Of one secret address: calendar programs ask a few times an hour. */
  calendar: { points: 60, duration: 3600 },
} as const;
export type Attempted = keyof typeof ATTEMPTS;

/**
 * The limiter with its counters behind named functions: nobody may read or clear those of others, and attempts are
 * counted before anybody is signed in. The library calls these methods; its own would write to the table itself.
 */
class CountedAttempts extends RateLimiterPostgres {
  constructor(
    private readonly db: Database,
    name: Attempted,
  ) {
    super({
      ...{ storeClient: db, storeType: 'client', tableCreated: true, clearExpiredByTimeout: false },
      ...{ keyPrefix: name, ...ATTEMPTS[name] },
    });
  }

  protected async _upsert(key: string, points: number, msDuration: number) {
    const [row] = await this.db.run<{ points: number; msLeft: number }>(NOBODY, TAKE, [
      ...[key, points, msDuration / 1000],
    ]);
    return { rows: [row && { points: row.points, expire: Date.now() + row.msLeft }] };
  }

  protected async _delete(key: string): Promise<boolean> {
    await this.db.run(NOBODY, FORGET, [key]);
    return true;
  }
}

/** Counts attempts at what can be guessed, for all API processes together. Nobody is locked out for good. */
@Injectable()
export class AttemptLimits {
  private readonly limiters = new Map<Attempted, CountedAttempts>();

  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
  ) {}

  /**
   * Counts an attempt before it is judged.
   * @param who a person, a number, an address: kept as a keyed hash only
   * @throws ProblemException 429 with `Retry-After` when there were too many
   */
  async take(what: Attempted, who: string): Promise<void> {
    try {
      await this.limiterOf(what).consume(this.keyOf(what, who));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw tooManyRequests(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
    }
  }

  /** The attempt succeeded: earlier ones no longer count. */
  async forget(what: Attempted, who: string): Promise<void> {
    await this.limiterOf(what).delete(this.keyOf(what, who));
  }

  private limiterOf(what: Attempted): CountedAttempts {
    const limiter = this.limiters.get(what) ?? new CountedAttempts(this.db, what);
    this.limiters.set(what, limiter);
    return limiter;
  }

  private keyOf(what: Attempted, who: string): string {
    return this.keyring.index(who, `attempts/${what}`).toString('base64url');
  }
}
