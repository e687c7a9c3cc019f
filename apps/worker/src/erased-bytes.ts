import type { BlobStore } from '#evidence';
import {
  removeUnusedBlob,
  settleErasedDocument,
  takeErasedDocuments,
  type Database,
  type ErasedDocument,
} from '#persistence';
import type { Logger } from '#platform';
import { Rounds } from './rounds.js';

const EVERY_MS = 2_000;

/** Removes the bytes of documents that were erased. A round that dies or fails in between is done again from the start. */
export class ErasedBytes extends Rounds {
  constructor(
    private readonly db: Database,
    private readonly blobs: BlobStore,
    private readonly logger: Logger,
  ) {
    super(EVERY_MS, (err) => logger.error({ err }, 'bytes of erased documents could not be removed'));
  }

  protected async work(): Promise<void> {
    for (const document of await takeErasedDocuments(this.db)) await this.remove(document);
  }

  private async remove({ id, sha256, servedSha256 }: ErasedDocument): Promise<void> {
    for (const hash of new Set([sha256, servedSha256]))
      if (hash !== null) await removeUnusedBlob(this.db, hash, (unused) => this.blobs.remove(unused));
    await settleErasedDocument(this.db, id);
    this.logger.info({ documentId: id }, 'removed the bytes of an erased document');
  }
}
