import { setTimeout as pause } from 'node:timers/promises';
import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';
import type { Database, SqlActor } from '#persistence';
import { newId } from '#platform';
import { KEEP_LOCK, LOCK, UNLOCK } from './uploads.queries.js';

/** A fifth of what a lock lasts without being kept: an API that was killed holds nobody up for longer than that. */
const KEEP_EVERY_MS = 1000;
const ASK_EVERY_MS = 150;
const PATIENCE_MS = 10_000;

/** One request at a time writes an upload, whichever API process it comes to: the lock is in the upload's row. */
export class UploadLocker implements Locker {
  constructor(
    private readonly db: Database,
    private readonly actor: SqlActor,
  ) {}

  newLock(id: string): Lock {
    return new UploadLock(this.db, this.actor, id);
  }
}

class UploadLock implements Lock {
  private readonly holder = newId();
  private keeper: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly actor: SqlActor,
    private readonly id: string,
  ) {}

  async lock(signal: AbortSignal, release: RequestRelease): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!(await this.take())) {
      if (signal.aborted || Date.now() > end) throw ERRORS.ERR_LOCK_TIMEOUT;
      await pause(ASK_EVERY_MS);
    }
    this.keep(release);
  }

  async unlock(): Promise<void> {
    clearTimeout(this.keeper);
    await this.db.run(this.actor, UNLOCK, [this.id, this.holder]);
  }

  private async take(): Promise<boolean> {
    const [row] = await this.db.run<{ mine: boolean }>(this.actor, LOCK, [this.id, this.holder]);
    if (!row) throw ERRORS.FILE_NOT_FOUND;
    return row.mine;
  }

  /** While the request goes on; it is told to end when another waits, or when the lock was lost. */
  private keep(release: RequestRelease): void {
    this.keeper = setTimeout(() => {
      const kept = this.db.run<{ wanted: boolean }>(this.actor, KEEP_LOCK, [this.id, this.holder]);
      kept.then(
        ([row]) => (row && !row.wanted ? this.keep(release) : void release()),
        () => void release(),
      );
    }, KEEP_EVERY_MS).unref();
  }
}
