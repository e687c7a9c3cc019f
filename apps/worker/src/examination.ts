import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  BlobError,
  ExaminerError,
  hashOf,
  ScannerError,
  type BlobStore,
  type Examination as Outcome,
  type Examiner,
  type Scanner,
} from '#evidence';
import {
  awaitBlobRemoval,
  openOfficeTask,
  settleDocument,
  takeQuarantinedDocuments,
  type Database,
  type QuarantinedDocument,
} from '#persistence';
import { newId, type Logger } from '#platform';
import { checkDocument } from './document-checks.js';
import { Rounds } from './rounds.js';

const IDLE_MS = 500;
/** So often a file may take its decoder with it; after that it is taken for one that cannot be read. */
const MAX_ATTEMPTS = 3;

/** What an examination needs of the world. */
export interface ExaminationPorts {
  readonly db: Database;
  readonly blobs: BlobStore;
  readonly scanner: Scanner;
  readonly examiner: Examiner;
  readonly logger: Logger;
}

/**
 * Looks at what was uploaded: a scanner first, then the decoders, then the checks; only then others may see it. Every step
 * can be run again with the same result, so a worker that dies in between does no harm. What cannot be judged now stays
 * in quarantine and is taken again, later each time.
 */
export class Examination extends Rounds {
  constructor(private readonly ports: ExaminationPorts) {
    super(IDLE_MS, (err) => ports.logger.error({ err }, 'no documents could be taken out of quarantine'));
  }

  override async stop(): Promise<void> {
    await super.stop();
    this.ports.examiner.close();
  }

  /** Goes on at once while there is something to examine. */
  protected async work(): Promise<void> {
    while (!this.stopping && (await this.examineSome()) > 0);
  }

  /** Gives how many documents it took, whatever became of them. */
  async examineSome(): Promise<number> {
    const documents = await takeQuarantinedDocuments(this.ports.db);
    await Promise.all(documents.map((document) => this.examineOne(document)));
    return documents.length;
  }

  private async examineOne(document: QuarantinedDocument): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'selvedge-examination-'));
    try {
      const outcome = await this.judge(document, folder);
      this.ports.logger.info({ documentId: document.id, outcome }, 'examined a document');
    } catch (err) {
      const { id: documentId, attempts } = document;
      const why =
        err instanceof ScannerError || err instanceof ExaminerError ? { why: err.message } : { err };
      this.ports.logger.warn({ documentId, attempts, ...why }, 'a document stays in quarantine');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async judge(document: QuarantinedDocument, folder: string): Promise<string> {
    const file = join(folder, 'original');
    await this.fetch(document, file);
    if ((await this.ports.scanner.scan(createReadStream(file))) === 'infected')
      return this.refuse(document, 'infected');
    const outcome = await this.decode(document, file, folder);
    if (outcome.outcome === 'refused') return this.refuse(document, outcome.code);
    const { served, capture } = outcome;
    await this.ports.blobs.put(served.sha256, served.file);
    await checkDocument(this.ports.db, document, outcome);
    await settleDocument(this.ports.db, document.id, { ...served, capture });
    // The same bytes, of an erased document, may just have been removed before the row named them.
    await awaitBlobRemoval(this.ports.db, served.sha256);
    await this.ports.blobs.put(served.sha256, served.file);
    return 'available';
  }

  /** A copy to work on. Bytes that are gone or were changed are a matter for the office, and nobody is shown them. */
  private async fetch({ id, sha256 }: QuarantinedDocument, file: string): Promise<void> {
    try {
      await pipeline(await this.ports.blobs.open(sha256), createWriteStream(file, { mode: 0o600 }));
      if ((await hashOf(createReadStream(file))) !== sha256) throw new BlobError('differs');
    } catch (error) {
      if (error instanceof BlobError)
        await openOfficeTask(this.ports.db, newId(), 'document-bytes-missing', id);
      throw error;
    }
  }

  /** A crash may be an accident: the file gets a second process at once, and further rounds, but not for ever. */
  private async decode(document: QuarantinedDocument, file: string, into: string): Promise<Outcome> {
    const { fileName, declaredType, attempts } = document;
    const ask = (): Promise<Outcome> => this.ports.examiner.examine({ file, fileName, declaredType, into });
    try {
      return await ask().catch((error: unknown) => {
        if (error instanceof ExaminerError) return ask();
        throw error;
      });
    } catch (error) {
      if (error instanceof ExaminerError && attempts >= MAX_ATTEMPTS)
        return { outcome: 'refused', code: 'cannot-be-read' };
      throw error;
    }
  }

  private async refuse({ id }: QuarantinedDocument, refusal: string): Promise<string> {
    await settleDocument(this.ports.db, id, { refusal });
    return refusal;
  }
}
