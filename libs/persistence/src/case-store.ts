import {
  blankState,
  decide,
  refuse,
  SYSTEM,
  type Actor,
  type CaseState,
  type Command,
  type JournalEntry,
  type OrganisationKind,
  type Refusal,
  type Role,
} from '#domain';
import { loadFacts, type LoadedFacts } from './case-facts.js';
import { recordRefusal, writeDecision } from './case-writes.js';
import { canonicalText, sha256, sha256Hex } from './canonical.js';
import { basisOf } from './decision-basis.js';
import { Database, statement, type SqlActor, type Transaction, type WithinCase } from './database.js';
import { link, reliedOn } from './journal.js';
import { Schemes } from './schemes.js';

export interface CommitRequest {
  readonly qualificationId: string;
  readonly commandId: string;
  readonly command: Command;
  /** The person and the organisation they act for; absent for timers and checks. */
  readonly by?: SqlActor;
  /** Case time of the decision. */
  readonly occurredAt: string;
}
export type CommandResult =
  | { readonly outcome: 'done'; readonly seq: number }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };
export interface Committed {
  /** What the workflow adopts; absent when the case was never opened. */
  readonly state?: CaseState;
  readonly result: CommandResult;
}

/** `no key`: a fact being written holds its paper and refers to the case; it must not wait for us while we wait for it. */
const LOCK = statement(
  'case-lock',
  `with q as (select state, head_hash from qualification where id = $1 for no key update),
        w as (select paper from working_paper where qualification_id = $1 and open for update)
   select (select state from q) as state, (select head_hash from q) as head, (select count(*) from w) as papers,
     (select jsonb_build_object('status', status, 'result', result, 'digest', encode(request_digest, 'hex'))
        from command where id = $2) as command,
     (select jsonb_build_object('kind', o.kind, 'roles', m.roles)
        from membership m join organisation o on o.id = m.organisation_id
       where m.person_id = $3 and m.organisation_id = $4 and m.ended_at is null) as membership,
     (select jsonb_object_agg(year, dates) from holiday_calendar) as holidays`,
);
interface LockedRow {
  state: CaseState | null;
  head: Buffer | null;
  command: { status: string; result: CommandResult | null; digest: string } | null;
  membership: { kind: OrganisationKind; roles: Role[] } | null;
  holidays: Record<string, string[]> | null;
}

const UNIQUE_VIOLATION = '23505';
const isUniqueViolation = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === UNIQUE_VIOLATION;

/** The digest that tells a repeat from another command under the same id. */
export const requestDigest = (command: Command): Buffer =>
  sha256(canonicalText({ ...command, noteId: null }));

const actorOf = (request: CommitRequest, row: LockedRow): Actor | Refusal => {
  if (!request.by) return SYSTEM;
  if (!row.membership) return refuse('not-your-case');
  const { kind, roles } = row.membership;
  return { kind: 'person', ...request.by, organisationKind: kind, roles };
};

/** A rule threw, which is a bug: it will throw again however often it is tried. */
export class BrokenRule extends Error {
  override readonly name = 'BrokenRule';
}

/** While we waited for the lock, the same command was decided: its stored result is the answer. */
class DecidedMeanwhile extends Error {
  override readonly name = 'DecidedMeanwhile';
}

/** Whoever asks has nothing to do with the case any more: a consent ended on the way here, say. */
class NoParty extends Error {
  override readonly name = 'NoParty';
}

const latest = (a: string, b: string): string => (a > b ? a : b);

/** The entry as the journal has it: with digests of all that the decision relied on. */
function linked(id: string, head: Buffer | null, entry: JournalEntry, loaded: LoadedFacts, basis: string) {
  const sealed = {
    ...entry,
    basis: sha256Hex(basis),
    ...(loaded.revisions.length > 0 && { reliedOn: reliedOn(loaded.revisions) }),
    ...(loaded.noteDigest && { noteDigest: loaded.noteDigest }),
    ...(loaded.interviewNotes && { interviewNotes: loaded.interviewNotes }),
  };
  return { entry, basis, link: link(id, head, entry.seq, sealed) };
}

/** The only writer of a case's state. */
export class CaseStore {
  private readonly schemes = new Schemes();

  constructor(private readonly db: Database) {}

  /**
   * Decide one command and keep the outcome, in one transaction. A repeat of a command id returns the stored
   * result with the current state and changes nothing; a refusal is a result, and consumes the id too.
   */
  async commit(request: CommitRequest): Promise<Committed> {
    try {
      return await this.attempt(request);
    } catch (error) {
      // The same command, or another open case, won a race that the lock cannot see: what it wrote decides now.
      if (isUniqueViolation(error) || error instanceof DecidedMeanwhile) return this.attempt(request);
      // With the rights of the case alone: nobody's membership is seen, so it is refused, and kept as that.
      if (error instanceof NoParty) return this.attempt(request, { caseId: request.qualificationId });
      throw error;
    }
  }

  private async attempt(
    request: CommitRequest,
    scope: WithinCase = { caseId: request.qualificationId, by: request.by },
  ): Promise<Committed> {
    const work = Database.counted(() =>
      this.db.transaction(scope, (tx) => this.decideIn(tx, request, scope)),
    );
    return (await work).result;
  }

  private async decideIn(tx: Transaction, request: CommitRequest, scope: WithinCase): Promise<Committed> {
    const { qualificationId, commandId, command, by } = request;
    const [row] = await tx.run<LockedRow>(LOCK, [
      qualificationId,
      commandId,
      by?.personId ?? null,
      by?.organisationId ?? null,
    ]);
    if (!row) throw new Error('a query without from always gives one row');
    const known = row.command && this.repeated(row.command, command);
    if (known) return { ...(row.state && { state: row.state }), result: known };
    const current =
      row.state ??
      (command.type === 'open' ? blankState(qualificationId, command, request.occurredAt) : null);
    if (!current && scope.by) throw new NoParty(`no case ${qualificationId} that they have to do with`);
    if (!current) throw new Error(`no case ${qualificationId}`);
    const actor = actorOf(request, row);
    if ('code' in actor) return this.refused(tx, request, row.state, actor);
    return this.decideOn(tx, request, row, current, actor);
  }

  private async decideOn(
    tx: Transaction,
    request: CommitRequest,
    row: LockedRow,
    current: CaseState,
    actor: Actor,
  ): Promise<Committed> {
    const scheme = await this.schemes.content(tx.run, current.schemeVersionId);
    const calendar = { holidays: row.holidays ?? {} };
    const contentOf = (id: string) => this.schemes.content(tx.run, id);
    const known = { scheme, contentOf, calendar, now: latest(request.occurredAt, current.caseTime) };
    const loaded = await loadFacts(tx, current, request.command, actor, known);
    // No case is behind its own time, nor begins before what it is linked to.
    const before = row.state ? '' : (loaded.facts.previous?.state.caseTime ?? '');
    const now = latest(known.now, before);
    const outcome = this.judge(() => decide(current, request.command, loaded.facts, actor, now));
    if ('refused' in outcome) return this.refused(tx, request, row.state, outcome.refused);
    const { next, entry } = outcome.decided;
    const journal =
      entry &&
      linked(
        next.qualificationId,
        row.head,
        entry,
        loaded,
        basisOf(current, request.command, loaded.facts, actor),
      );
    const result: CommandResult = { outcome: 'done', seq: next.seq };
    await writeDecision(tx, { request, next, journal, result, opening: row.state === null });
    return { state: next, result };
  }

  private judge<T>(decision: () => T): T {
    try {
      return decision();
    } catch (cause) {
      throw new BrokenRule('a rule threw', { cause });
    }
  }

  /** What this command id was answered before; another command under the same id is refused, decided or not. */
  private repeated(stored: NonNullable<LockedRow['command']>, command: Command): CommandResult | null {
    const same = stored.digest === requestDigest(command).toString('hex');
    return same ? stored.result : { outcome: 'refused', refusal: refuse('command-id-reused') };
  }

  private async refused(
    tx: Transaction,
    request: CommitRequest,
    state: CaseState | null,
    refusal: Refusal,
  ): Promise<Committed> {
    const result: CommandResult = { outcome: 'refused', refusal };
    if (!(await recordRefusal(tx, request, result))) throw new DecidedMeanwhile('decided meanwhile');
    return { ...(state && { state }), result };
  }
}
