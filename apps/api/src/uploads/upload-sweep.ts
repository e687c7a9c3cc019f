import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Upload } from '@tus/server';
import { Database, NOBODY } from '#persistence';
import { STAGING } from '../evidence.module.js';
import { clearStaging } from './clear-staging.js';
import type { Staging } from './staging.js';
import { isAbsent } from './upload-problems.js';
import { TAKE_UNFINISHED } from './uploads.queries.js';
import { UploadsService } from './uploads.service.js';

const EVERY_MS = 5_000;
const CLEAR_EVERY_MS = 3_600_000;

interface Unfinished {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly size: number;
  readonly expired: boolean;
}

/**
 * Looks after uploads that nobody else does: whole ones whose API was killed before it could say so come to their end,
 * others end a day after they began. Each with the rights of whoever sends it.
 */
@Injectable()
export class UploadSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('uploads');
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;
  private cleared = Date.now();

  constructor(
    private readonly db: Database,
    private readonly uploads: UploadsService,
    @Inject(STAGING) private readonly staging: Staging,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => {
      this.round = this.sweep()
        .catch((error: unknown) => this.logger.error(error))
        .finally(() => {
          if (!this.stopped) this.onApplicationBootstrap();
        });
    }, EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private async sweep(): Promise<void> {
    const found = await this.db.run<Unfinished & Record<string, unknown>>(NOBODY, TAKE_UNFINISHED, []);
    for (const upload of found) await this.settle(upload).catch((error: unknown) => this.logger.warn(error));
    if (Date.now() < this.cleared + CLEAR_EVERY_MS) return;
    this.cleared = Date.now();
    await clearStaging(this.db, this.staging);
  }

  private async settle({ id, personId, organisationId, size, expired }: Unfinished): Promise<void> {
    const actor = { personId, organisationId };
    const there = await this.find(id);
    if (there?.offset === size) return this.uploads.finish(actor, id);
    if (!expired) return;
    await this.uploads.end(actor, id, 'upload-expired');
    if (there) await this.staging.store.remove(id);
  }

  /** What lies in staging. A storage that fails says nothing about that: the upload is looked after again later. */
  private async find(id: string): Promise<Upload | undefined> {
    try {
      return await this.staging.store.getUpload(id);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }
}
