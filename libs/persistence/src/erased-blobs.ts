import { NOBODY, statement, type Database, type Row } from './database.js';

/** An erased document whose bytes are still there. Digests in hex. */
export interface ErasedDocument {
  readonly id: string;
  /** Of the original; null when it never came. */
  readonly sha256: string | null;
  /** Of what was shown. */
  readonly servedSha256: string | null;
}
const TAKE = statement(
  'erased-take',
  `select id, encode(sha256, 'hex') as sha256, encode(served_sha256, 'hex') as "servedSha256" from take_erased_documents()`,
);
/** Documents whose bytes must go now; one that is not settled comes again in a minute. */
export const takeErasedDocuments = (db: Database): Promise<readonly ErasedDocument[]> =>
  db.run<ErasedDocument & Row>(NOBODY, TAKE, []);

const SETTLE = statement('erased-settle', 'select settle_erased_document($1)');
/** Their bytes are gone. */
export async function settleErasedDocument(db: Database, id: string): Promise<void> {
  await db.run(NOBODY, SETTLE, [id]);
}

/** Held to the end of its transaction. */
const TURN = statement('blob-turn', `select pg_advisory_xact_lock(hashtextextended('blob/' || $1, 0))`);
const IN_USE = statement('blob-in-use', `select blob_in_use(decode($1, 'hex')) as used`);

/**
 * Removes the bytes of a digest, unless a document that was not erased has them. Whoever keeps the same bytes meanwhile
 * names them in a row first and then waits with `awaitBlobRemoval`: either the row is seen here, or the bytes are missed
 * there. The transaction is open for as long as a file takes to be unlinked.
 */
export async function removeUnusedBlob(
  db: Database,
  hash: string,
  remove: (hash: string) => Promise<void>,
): Promise<void> {
  await db.transaction(NOBODY, async (tx) => {
    await tx.run(TURN, [hash]);
    const [row] = await tx.run<{ used: boolean }>(IN_USE, [hash]);
    if (row?.used === false) await remove(hash);
  });
}

/** Returns when nobody removes the bytes of a digest on the word of rows from before. */
export async function awaitBlobRemoval(db: Database, hash: string): Promise<void> {
  await db.run(NOBODY, TURN, [hash]);
}
