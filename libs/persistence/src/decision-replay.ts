import {
  blankState,
  decide,
  nextStepAt,
  SYSTEM,
  type Actor,
  type CaseState,
  type Command,
  type CommandOf,
  type Facts,
  type JournalEntry,
  type SchemeContent,
} from '#domain';
import { canonicalText, sha256Hex } from './canonical.js';
import { papersFrom } from './case-facts.js';
import { statement, type Database } from './database.js';
import { calendarDigest, stateDigest, type DecisionBasis } from './decision-basis.js';
import { paperDigest, type ReliedOn, type Revision } from './journal.js';
import { latest } from './journal-verification.js';
import { readOverlays, withContents, type OverlayContents } from './replay-overlays.js';
import { rulesVersion } from './rules-version.js';

/** Something that is not as it was when the decision was made, or a result that is not the same. */
export interface Difference {
  readonly what: string;
  readonly then: string;
  readonly now: string;
}
/** What a decision stood on, and what deciding it once more came to. */
export interface DecisionReplay {
  readonly seq: number;
  readonly command: string;
  readonly occurredAt: string;
  readonly used: {
    readonly scheme: string;
    readonly rules: string;
    readonly calendar: string;
    readonly papers: readonly string[];
    /** Sources and versions of the check run that the decision took in. */
    readonly sources: readonly string[];
  };
  /** Rules, scheme and facts that are not those of then: the result may still be the same. */
  readonly changed: readonly Difference[];
  /** Empty when the same command on the same state and facts decides the same again. */
  readonly differs: readonly Difference[];
}

interface Row {
  readonly seq: number;
  readonly payload: string;
  readonly basis: string | null;
  readonly recordedAt: Date;
}
type Entry = JournalEntry & {
  readonly reliedOn?: readonly ReliedOn[];
  readonly basis?: string;
  readonly noteDigest?: string;
  readonly interviewNotes?: unknown;
};

const ENTRIES = statement(
  'replay-entries',
  `select j.seq, j.payload, j.recorded_at as "recordedAt", b.basis
     from journal_entry j left join decision_basis b on b.qualification_id = j.qualification_id and b.seq = j.seq
    where j.qualification_id = $1 and j.seq <= $2 order by j.seq`,
);
const REVISIONS = statement(
  'replay-revisions',
  `select r.id::text, r.paper, r.item, r.version, r.content_text as text, r.occurred_at as "occurredAt"
     from fact_revision r where r.qualification_id = $1 order by r.id`,
);
const EDITIONS = statement(
  'replay-holidays',
  `select year, dates, recorded_at as "recordedAt" from holiday_edition order by year, version`,
);
const SCHEMES = statement(
  'replay-scheme',
  `select v.id, s.code || ' ' || v.version as name, v.content from scheme_version v join scheme s on s.id = v.scheme_id
    where v.id = any($1::uuid[])`,
);
const SOURCES = statement(
  'replay-sources',
  `select distinct kind || ': ' || data_source || ' ' || source_version as source from compliance_check_run
    where qualification_id = $1 and run_id = $2 order by 1`,
);

type DatedRevision = Revision & { readonly occurredAt: Date };
interface Past {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly revisions: readonly DatedRevision[];
  readonly editions: readonly {
    readonly year: number;
    readonly dates: string[];
    readonly recordedAt: Date;
  }[];
  readonly schemes: ReadonlyMap<string, { readonly name: string; readonly content: SchemeContent }>;
  readonly overlays: OverlayContents;
}

/** The holidays that were loaded at an instant. */
const calendarAt = ({ editions }: Past, at: Date): Facts['calendar'] => ({
  holidays: Object.fromEntries(
    editions.filter(({ recordedAt }) => recordedAt <= at).map(({ year, dates }) => [String(year), dates]),
  ),
});
const basisIn = (row: Row): DecisionBasis | undefined =>
  row.basis === null ? undefined : (JSON.parse(row.basis) as DecisionBasis);
const commandOf = ({ command, params }: Entry): Command =>
  ({ type: command, ...params }) as unknown as Command;

function schemeOf(past: Past, id: string): SchemeContent {
  const scheme = past.schemes.get(id);
  if (!scheme) throw new Error(`no scheme version ${id}`);
  return scheme.content;
}

/** The facts of that moment, built from what was appended until then. */
function factsOf(past: Past, row: Row, entry: Entry, schemeVersionId: string): Facts {
  const papers = (entry.reliedOn ?? []).flatMap(({ paper, upTo }) => latest(past.revisions, paper, upTo));
  const { facts, schemes = {} } = basisIn(row) ?? {};
  const { previous, nextScheme, overlays } = facts ?? {};
  return {
    scheme: schemeOf(past, schemeVersionId),
    calendar: calendarAt(past, row.recordedAt),
    ...facts,
    ...(previous &&
      schemes.previous && { previous: { ...previous, scheme: schemeOf(past, schemes.previous) } }),
    ...(nextScheme &&
      schemes.next && { nextScheme: { ...nextScheme, content: schemeOf(past, schemes.next) } }),
    ...(overlays && { overlays: withContents(past.overlays, overlays) }),
    papers: papersFrom(papers),
  };
}

function actorOf(entry: Entry, basis: DecisionBasis | undefined): Actor {
  if (entry.actor === 'system') return SYSTEM;
  if (!basis?.as) throw new Error(`entry ${entry.seq} was made before it was kept as what people act`);
  return { kind: 'person', ...entry.actor, ...basis.as };
}

/** A look at the clock that found nothing to tell left no entry: it is looked again at every step until `until`. */
function ringQuietly(past: Past, state: CaseState, until: string, before: string): CaseState {
  let here = state;
  for (let at = nextStepAt(here); at && at <= until && stateDigest(here) !== before; at = nextStepAt(here)) {
    const now = at;
    const edits = past.revisions.filter(
      ({ paper, occurredAt }) =>
        ['application', 'compliance'].includes(paper) && occurredAt.toISOString() <= now,
    );
    const lastEdit = edits.at(-1)?.occurredAt.toISOString();
    const facts: Facts = {
      scheme: schemeOf(past, here.schemeVersionId),
      calendar: calendarAt(past, new Date(8.64e15)),
      papers: papersFrom(latestOfAll(past.revisions, now)),
      ...(lastEdit && here.at === 'DRAFT' && { lastEditAt: lastEdit }),
    };
    const outcome = decide(here, { type: 'advance-clock' }, facts, SYSTEM, now);
    if ('refused' in outcome || outcome.decided.entry) return here;
    here = outcome.decided.next;
  }
  return here;
}
const latestOfAll = (revisions: readonly DatedRevision[], at: string): readonly Revision[] => {
  const byItem = new Map<string, Revision>();
  for (const one of revisions)
    if (one.occurredAt.toISOString() <= at) byItem.set(`${one.paper}/${one.item}`, one);
  return [...byItem.values()];
};

/** Decide one entry on the state before it. */
function decideAgain(past: Past, row: Row, before: CaseState | undefined) {
  const entry = JSON.parse(row.payload) as Entry;
  const basis = basisIn(row);
  const command = commandOf(entry);
  const first = before ?? blankState(past.id, command as CommandOf<'open'>, entry.occurredAt);
  const state = basis ? ringQuietly(past, first, entry.occurredAt, basis.before) : first;
  const facts = factsOf(past, row, entry, state.schemeVersionId);
  const outcome = decide(state, command, facts, actorOf(entry, basis), entry.occurredAt);
  return { entry, basis, state, facts, outcome };
}
type Again = ReturnType<typeof decideAgain>;

/** The entry without what the store adds to it. */
const told = (entry: Entry): string => canonicalText(JSON.parse(JSON.stringify({ ...entry, ...ADDED })));
const ADDED = { basis: undefined, reliedOn: undefined, noteDigest: undefined, interviewNotes: undefined };

function resultDifferences({ entry, outcome }: Again): readonly Difference[] {
  if ('refused' in outcome) {
    const now = `refused: ${outcome.refused.code} ${outcome.refused.items?.join(', ') ?? ''}`;
    return [{ what: 'result', then: 'decided', now: now.trim() }];
  }
  const again = outcome.decided.entry;
  if (!again) return [{ what: 'result', then: 'decided', now: 'nothing to decide' }];
  if (told(entry) === canonicalText(again)) return [];
  const fields = ['moves', 'events', 'at', 'onBehalf', 'seq'] as const;
  return fields.flatMap((what) => {
    const [then, now] = [canonicalText(entry[what]), canonicalText(again[what])];
    return then === now ? [] : [{ what, then, now }];
  });
}

function basisDifferences({ entry, basis, state, facts }: Again, row: Row): readonly Difference[] {
  if (!basis) return [];
  const pairs: readonly (readonly [string, string, string])[] = [
    ['what it stood on', entry.basis ?? '', sha256Hex(row.basis ?? '')],
    ['state before', basis.before, state.seq === 0 ? '' : stateDigest(state)],
    ['calendar', basis.calendar, calendarDigest(facts.calendar)],
    ['scheme', basis.schemeVersionId, state.schemeVersionId],
    ['rules', basis.rules, rulesVersion()],
  ];
  return pairs.flatMap(([what, then, now]) => (then === now ? [] : [{ what, then, now }]));
}

const factDifferences = (past: Past, { entry }: Again): readonly Difference[] =>
  (entry.reliedOn ?? []).flatMap(({ paper, upTo, digest }) => {
    const now = paperDigest(latest(past.revisions, paper, upTo));
    return now === digest ? [] : [{ what: `facts of ${paper}`, then: digest, now }];
  });

async function readPast(db: Database, id: string, seq: number): Promise<Past> {
  const scope = { caseId: id };
  const rows = await db.run<Row & Record<string, unknown>>(scope, ENTRIES, [id, seq]);
  const revisions = await db.run<DatedRevision & Record<string, unknown>>(scope, REVISIONS, [id]);
  const editions = await db.run<Past['editions'][number] & Record<string, unknown>>(scope, EDITIONS, []);
  const opened = rows[0] && (JSON.parse(rows[0].payload) as Entry).params['schemeVersionId'];
  const named = [opened, ...rows.map((row) => (JSON.parse(row.payload) as Entry).params['schemeVersionId'])];
  const bases = rows.map(basisIn);
  const others = bases.flatMap((basis) => [
    basis?.schemeVersionId,
    basis?.schemes.previous,
    basis?.schemes.next,
  ]);
  const versions = [...new Set([...named, ...others])];
  const schemes = await db.run<{ id: string; name: string; content: SchemeContent }>(scope, SCHEMES, [
    versions.filter((version) => version !== undefined),
  ]);
  return {
    ...{ id, rows, revisions, editions, overlays: await readOverlays(db, id, bases) },
    schemes: new Map(schemes.map((one) => [one.id, one])),
  };
}

/**
 * Decide an entry of the journal once more: every decision before it is made again from the first on, with the facts,
 * scheme, calendar and roles of its moment, and then this one.
 * @returns nothing when the case has no such entry
 * @throws Error when a decision before it cannot be made again: it was made before it was kept what decisions stand on
 */
export async function replayDecision(
  db: Database,
  id: string,
  seq: number,
): Promise<DecisionReplay | undefined> {
  const past = await readPast(db, id, seq);
  const target = past.rows.at(-1);
  if (target?.seq !== seq) return undefined;
  let state: CaseState | undefined;
  for (const row of past.rows.slice(0, -1)) {
    const { outcome } = decideAgain(past, row, state);
    if ('refused' in outcome)
      return lost(target, { what: `entry ${row.seq}`, then: 'decided', now: outcome.refused.code });
    state = outcome.decided.next;
  }
  const again = decideAgain(past, target, state);
  const { entry, basis, facts } = again;
  const run = entry.params['runId'];
  const sources =
    typeof run === 'string' ? await db.run<{ source: string }>({ caseId: id }, SOURCES, [id, run]) : [];
  return {
    ...{ seq, command: entry.command, occurredAt: entry.occurredAt },
    used: {
      scheme: past.schemes.get(basis?.schemeVersionId ?? again.state.schemeVersionId)?.name ?? '',
      rules: basis?.rules ?? 'not kept',
      calendar: Object.keys(facts.calendar.holidays).join(', '),
      papers: (entry.reliedOn ?? []).map(({ paper, upTo }) => `${paper} up to revision ${upTo}`),
      sources: sources.map(({ source }) => source),
    },
    changed: [...basisDifferences(again, target), ...factDifferences(past, again)],
    differs: resultDifferences(again),
  };
}

/** The way to the decision is lost: an entry before it would not be decided today. */
function lost(row: Row, difference: Difference): DecisionReplay {
  const entry = JSON.parse(row.payload) as Entry;
  return {
    ...{ seq: row.seq, command: entry.command, occurredAt: entry.occurredAt },
    used: { scheme: '', rules: basisIn(row)?.rules ?? 'not kept', calendar: '', papers: [], sources: [] },
    changed: [],
    differs: [difference],
  };
}
