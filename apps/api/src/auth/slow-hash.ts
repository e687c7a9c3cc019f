import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { unavailable } from '#platform';

/** argon2id, version 19: 64 MiB, three passes (above the minimum of OWASP's password storage cheat sheet). */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
/** So many at once: more would take memory and processor from everybody else. */
const AT_ONCE = 2;
/** So many wait: a second factor wants ten at once, and whoever came later would wait longer than a request may take. */
const WAIT_AT_MOST = 40;
const RETRY_AFTER_S = 5;

/** Hashes for short secrets, which could be guessed from a fast hash: one-time and recovery codes. */
@Injectable()
export class SlowHash {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @throws ProblemException 503 when too many wait */
  make(secret: string): Promise<string> {
    return this.inTurn(() => hash(secret, COST));
  }

  /** @throws ProblemException 503 when too many wait */
  matches(hashed: string, secret: string): Promise<boolean> {
    return this.inTurn(() => verify(hashed, secret));
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < AT_ONCE) this.running++;
    else if (this.waiting.length >= WAIT_AT_MOST) throw unavailable('too-busy', RETRY_AFTER_S);
    else await new Promise<void>((turn) => this.waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
