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
  putBackDocument,
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
const MAX_CRASHES = 3;
/** Well below the time that a document is its taker's (`take_quarantined_documents`). */
const LIMIT_MS = 180_000;
/** After so many rounds, about half an hour, the office is told. */
const MANY_ATTEMPTS = 30;

/** An outage of the scanner is not the document's; that bytes are missing is told at once. */
const isTold = (error: unknown): boolean => error instanceof ScannerError || error instanceof BlobError;

/** The decoders died of it, or it kept them too long. */
const isCrash = (error: unknown): boolean => error instanceof ExaminerError && error.how !== 'hindered';

/** What comes after the limit is not waited for: every step may be run again. */
async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the examination took too long')), limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

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
  /** @param limitMs for one document, whatever it waits for */
  constructor(
    private readonly ports: ExaminationPorts,
    private readonly limitMs = LIMIT_MS,
  ) {
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
    try {
      const outcome = await this.inFolder((folder) => inTime(this.judge(document, folder), this.limitMs));
      this.ports.logger.info({ documentId: document.id, outcome }, 'examined a document');
    } catch (error) {
      await this.putBack(document, error);
    }
  }

  private async inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'selvedge-examination-'));
    return work(folder).finally(() => rm(folder, { recursive: true, force: true }));
  }

  /** It stays in quarantine, and is taken again. */
  private async putBack({ id, attempts }: QuarantinedDocument, err: unknown): Promise<void> {
    const why = err instanceof ScannerError || err instanceof ExaminerError ? { why: err.message } : { err };
    this.ports.logger.warn({ documentId: id, attempts, ...why }, 'a document stays in quarantine');
    await putBackDocument(this.ports.db, id, isCrash(err));
    if (attempts >= MANY_ATTEMPTS && !isTold(err))
      await openOfficeTask(this.ports.db, newId(), 'document-not-examined', id);
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
    const { fileName, declaredType, crashes } = document;
    const ask = (): Promise<Outcome> => this.ports.examiner.examine({ file, fileName, declaredType, into });
    try {
      return await ask().catch((error: unknown) => {
        if (isCrash(error)) return ask();
        throw error;
      });
    } catch (error) {
      if (isCrash(error) && crashes + 1 >= MAX_CRASHES) return { outcome: 'refused', code: 'cannot-be-read' };
      throw error;
    }
  }

  private async refuse({ id }: QuarantinedDocument, refusal: string): Promise<string> {
    await settleDocument(this.ports.db, id, { refusal });
    return refusal;
  }
}
