import { randomBytes } from 'node:crypto';
import { sha256 } from './canonical.js';
import { statement, type Database, type SqlActor } from './database.js';
import type { SafeguardingNoteKind } from './entities/safeguarding-note.entity.js';
import { UnsealingError, type Keyring } from './sealing.js';

export type { SafeguardingNoteKind } from './entities/safeguarding-note.entity.js';

/** A ciphertext opens for its own case and note only. */
const placeOf = (qualificationId: string, id: string): string => `interview/${qualificationId}/${id}`;

export interface NoteToSeal {
  readonly id: string;
  readonly qualificationId: string;
  readonly text: string;
}
const digestOf = (salt: Buffer, text: string): Buffer => sha256(salt, text);

/** The text under the safeguarding key, and its salted digest for the journal. */
async function sealed(keys: Keyring, { id, qualificationId, text }: NoteToSeal) {
  const salt = randomBytes(16);
  return [await keys.seal(text, placeOf(qualificationId, id)), salt, digestOf(salt, text)] as const;
}

const KEEP = statement(
  'safeguarding-note-keep',
  `insert into safeguarding_note (id, version, qualification_id, kind, sealed, salt, digest, written_by, organisation_id, occurred_at)
   select $1, 1, $2, $3, $4, $5, $6, $7, $8, greatest(clock_timestamp(), q.case_time) from qualification q where q.id = $2
   on conflict (id, version) do nothing`,
);
/** Keep what was said with a decision about somebody in danger, once; the decision carries the note's id. */
export async function keepSafeguardingNote(
  db: Database,
  keys: Keyring,
  actor: SqlActor,
  note: NoteToSeal & { readonly kind: SafeguardingNoteKind },
): Promise<void> {
  const values = [note.id, note.qualificationId, note.kind, ...(await sealed(keys, note))];
  await db.run(actor, KEEP, [...values, actor.personId, actor.organisationId]);
}

/**
 * One version of an interview note, one statement. The open working paper of the audit says who may write and until
 * when, and is held `for share`: no note slips in after the submission that seals them all.
 */
const WRITE = statement(
  'interview-note-write',
  `with paper as (
     select greatest(clock_timestamp(), q.case_time) as at
       from working_paper w join qualification q on q.id = w.qualification_id
      where w.qualification_id = $2 and w.paper = 'audit' and w.open and w.person_id = $6 and w.organisation_id = $7
        and exists (select 1 from membership m
             where m.person_id = $6 and m.organisation_id = $7 and m.ended_at is null and w.role = any(m.roles))
        for share of w),
   before as (select max(version) as version from safeguarding_note where id = $1 and qualification_id = $2 and kind = 'interview'),
   written as (
     insert into safeguarding_note (id, version, qualification_id, kind, sealed, salt, digest, written_by, organisation_id, occurred_at)
     select $1, $8::integer + 1, $2, 'interview', $3, $4, $5, $6, $7, paper.at from paper, before
      where coalesce(before.version, 0) = $8
     on conflict (id, version) do nothing
     returning version)
   select exists (select 1 from paper) as open, (select version from written) as version`,
);
const VERSION = statement(
  'interview-note-version',
  `select max(version) as version from safeguarding_note where id = $1 and qualification_id = $2 and kind = 'interview'`,
);
/** As of a fact: `written`, or why not. */
export type NoteWritten =
  | { readonly outcome: 'written'; readonly version: number }
  | { readonly outcome: 'not-open' }
  | { readonly outcome: 'version-differs'; readonly version: number };

/** @param expectedVersion the version the writer has read; 0 when it believes that nothing is written yet */
export async function writeInterviewNote(
  db: Database,
  keys: Keyring,
  actor: SqlActor,
  note: NoteToSeal,
  expectedVersion: number,
): Promise<NoteWritten> {
  const [row] = await db.run<{ open: boolean; version: number | null }>(actor, WRITE, [
    note.id,
    note.qualificationId,
    ...(await sealed(keys, note)),
    actor.personId,
    actor.organisationId,
    expectedVersion,
  ]);
  if (!row?.open) return { outcome: 'not-open' };
  if (row.version !== null) return { outcome: 'written', version: row.version };
  const [now] = await db.run<{ version: number | null }>(actor, VERSION, [note.id, note.qualificationId]);
  return { outcome: 'version-differs', version: now?.version ?? 0 };
}

export interface SafeguardingNoteRow {
  readonly id: string;
  readonly kind: SafeguardingNoteKind;
  readonly text: string;
  readonly version: number;
  readonly writtenBy: string;
  readonly occurredAt: Date;
}
interface SealedRow extends Omit<SafeguardingNoteRow, 'text'> {
  readonly sealed: string;
  readonly salt: Buffer;
  readonly digest: Buffer;
}
const LIST = statement(
  'safeguarding-note-list',
  `select n.id, n.kind, n.version, n.sealed, n.salt, n.digest, n.written_by as "writtenBy", n.occurred_at as "occurredAt"
     from safeguarding_note n
    where n.qualification_id = $1 and ($2::uuid is null or n.id > $2)
      and not exists (select 1 from safeguarding_note later where later.id = n.id and later.version > n.version)
    order by n.id limit $3`,
);

/**
 * The notes of a case as they stand, opened.
 * @throws UnsealingError when one was changed since it was written
 */
export async function readSafeguardingNotes(
  db: Database,
  keys: Keyring,
  actor: SqlActor,
  qualificationId: string,
  page: { readonly after: string | null; readonly limit: number },
): Promise<readonly SafeguardingNoteRow[]> {
  const rows = await db.run<SealedRow & { id: string }>(actor, LIST, [
    qualificationId,
    page.after,
    page.limit,
  ]);
  return Promise.all(
    rows.map(async ({ sealed: secret, salt, digest, ...row }) => {
      const text = await keys.open(secret, placeOf(qualificationId, row.id));
      if (!digestOf(salt, text).equals(digest)) throw new UnsealingError('It is not what was written.');
      return { ...row, text };
    }),
  );
}
