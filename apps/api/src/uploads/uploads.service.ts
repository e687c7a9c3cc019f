import { createReadStream } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { UploadMetadata } from '#contracts';
import type { DocumentPlace, OperationId, Person } from '#domain';
import { FILE_KIND_RULES, hashOf, kindOfType, type BlobStore } from '#evidence';
import { awaitBlobRemoval, Database, type SqlActor, type Transaction } from '#persistence';
import {
  invalid,
  isUniqueViolation,
  newId,
  notFound,
  ProblemException,
  validationProblem,
  type Config,
  type FieldError,
} from '#platform';
import { Authorisation } from '../auth/authorisation.js';
import { CONFIG } from '../config.module.js';
import { DocumentPlaces, type PlaceGuard } from '../documents/document-places.js';
import { guarded } from '../documents/documents.service.js';
import { BLOBS, STAGING } from '../evidence.module.js';
import { FactsService } from '../facts/facts.service.js';
import type { Staging } from './staging.js';
import { isStorageError, storageProblem } from './upload-problems.js';
import { CREATE, END, LINK_NEW, OWNER, READ_UPLOAD, RECEIVED } from './uploads.queries.js';

/** What an upload is announced with: its length in bytes, and metadata as it came. */
export interface Announced {
  readonly id: string;
  readonly size?: number | undefined;
  readonly metadata?: Readonly<Record<string, string | null>> | undefined;
}
export interface UploadRow {
  readonly id: string;
  /** In whose name it is sent. */
  readonly organisationId: string;
  readonly status: 'receiving' | 'quarantined' | 'available' | 'refused' | 'erased';
  readonly size: number;
}

const wrong = (header: string, detail: string, code: string): FieldError => ({
  ...{ pointer: `#/${header}`, detail, code },
  in: 'header',
});

/** @throws ProblemException 422 naming the field, 413 when documents of this type may not be so large */
function readAnnounced({ size, metadata = {} }: Announced): { about: UploadMetadata; size: number } {
  const given = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null));
  const read = UploadMetadata.safeParse(given);
  if (!read.success) throw validationProblem(read.error.issues, { in: 'header', name: 'upload-metadata' });
  const kind = kindOfType(read.data.filetype);
  if (!kind)
    throw invalid(wrong('upload-metadata/filetype', 'No document may be of this type.', 'type-not-allowed'));
  if (size === undefined || size === 0)
    throw invalid(wrong('upload-length', 'A document has at least one byte.', 'empty'));
  const { maxBytes } = FILE_KIND_RULES[kind];
  if (size > maxBytes)
    throw new ProblemException('too-large', { detail: `A ${kind} may have ${maxBytes} bytes.` });
  return { about: read.data, size };
}

const placeOf = ({ target, item }: UploadMetadata): DocumentPlace | undefined =>
  target === undefined || item === undefined ? undefined : { target, item };

/** Uploads: who may begin one, who goes on with it, and what becomes of it when all bytes are there. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly db: Database,
    private readonly authorisation: Authorisation,
    private readonly facts: FactsService,
    private readonly places: DocumentPlaces,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(BLOBS) private readonly blobs: BlobStore,
    @Inject(STAGING) private readonly staging: Staging,
  ) {}

  /** The id that its sender gave the document, when that can be one. */
  idOf(metadata: Announced['metadata']): string | undefined {
    const given = UploadMetadata.shape.documentId.safeParse(metadata?.['documentId'] ?? undefined);
    return given.success ? given.data : undefined;
  }

  /**
   * The row of a new upload, before its first byte. It belongs to whoever the place belongs to that it is linked to; an
   * officer sends it for the supplier, marked for ever.
   * @returns the metadata that may be told back
   * @throws ProblemException 413 over the quota or the limit of its type, 422, and 403, 404, 409 about case and place; 409
   *   also when there is such a document that cannot begin again, whoever's it is
   */
  async create(actor: Person, announced: Announced): Promise<{ filename: string; filetype: string }> {
    const { about, size } = readAnnounced(announced);
    const { qualificationId } = about;
    const place = placeOf(about);
    if (qualificationId && !place) await this.facts.mayKnow('listDocuments', actor, qualificationId);
    const guard: PlaceGuard =
      qualificationId && place
        ? await this.places.guardOf(actor, qualificationId, place)
        : { papers: [], item: '', owner: actor.organisationId };
    const made = await this.db.transaction(actor, (tx) =>
      this.insert(tx, actor, announced.id, { about, size, guard }),
    );
    if (!made && qualificationId && place) await this.places.refuse(actor, qualificationId, place);
    return { filename: about.filename, filetype: about.filetype };
  }

  /** False when the place is not open to the actor. */
  private async insert(
    tx: Transaction,
    actor: Person,
    id: string,
    { about, size, guard }: { about: UploadMetadata; size: number; guard: PlaceGuard },
  ): Promise<boolean> {
    const { qualificationId = null, target, item } = about;
    const [place] = await tx.run<{ owner: string }>(OWNER, guarded(actor, qualificationId, guard));
    if (!place) return false;
    const values = [
      ...[id, place.owner, actor.personId, actor.organisationId, qualificationId],
      ...[about.filename, about.filetype, size, about.capturedAt ?? null],
      ...[about.capturedLatitude ?? null, about.capturedLongitude ?? null, about.expiresOn ?? null],
      ...[about.replacesId ?? null, this.config.documentQuotaBytes],
    ];
    const [row] = await tx
      .run<{ enough: boolean; follows: boolean; made: boolean }>(CREATE, values)
      .catch((error: unknown) => {
        if (isUniqueViolation(error, 'document_one_successor'))
          throw new ProblemException('document-replaced');
        throw error;
      });
    if (!row?.enough) throw new ProblemException('quota-exceeded');
    if (!row.follows) throw new ProblemException('document-replaced');
    if (!row.made) throw new ProblemException('already-exists');
    if (target !== undefined) {
      const link = [newId(), id, qualificationId, target, item, place.owner, actor.personId];
      await tx.run(LINK_NEW, link);
    }
    return true;
  }

  /** The upload, when it is the actor's organisation that sends it. @throws ProblemException 404 */
  async mustMay(operation: OperationId, actor: Person, id: string): Promise<UploadRow> {
    const [row] = await this.db.run<UploadRow & Record<string, unknown>>(actor, READ_UPLOAD, [id]);
    if (!row) throw notFound('upload');
    this.authorisation.require(operation, actor, { organisationId: row.organisationId }, 'upload');
    return row;
  }

  /**
   * All bytes are there: they are kept under their digest, for good, before the row says so; only then does the copy in
   * staging go. Done again after a crash at any point, it comes to the same.
   */
  async finish(actor: SqlActor, id: string): Promise<void> {
    await this.staging.withFile(id, async (file) => {
      try {
        const hash = await hashOf(createReadStream(file));
        await this.blobs.put(hash, file);
        await this.db.run(actor, RECEIVED, [id, hash]);
        // Somebody may just have removed the same bytes, of an erased document, before the row named them.
        await awaitBlobRemoval(this.db, hash);
        await this.blobs.put(hash, file);
      } catch (error) {
        throw isStorageError(error) ? storageProblem(error) : error;
      }
    });
    await this.staging.store.remove(id);
  }

  /** No document comes of it: its sender ended it, or it took too long. False when it had come to its end before. */
  async end(actor: SqlActor, id: string, why: 'upload-ended' | 'upload-expired'): Promise<boolean> {
    return (await this.db.run(actor, END, [id, why])).length > 0;
  }
}
