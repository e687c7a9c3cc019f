import type { CaseRelation } from './authorisation/relations.js';
import type { AuditBranch, CaseState } from './case-state.js';
import type { JournalEntry } from './decide.js';
import { childUnsafe, provisional } from './safeguarding.js';
import type { CaseStateName } from './states.js';

/** What is going on inside an assessment is told when a reviewer has signed it: of every case alike, so silence tells nothing. */
const UNTOLD_AT: readonly CaseStateName[] = ['IN_ASSESSMENT', 'ASSESSMENT_REVIEW', 'WITHDRAWN'];
const isTold = ({ at, audit }: CaseState): boolean => audit.signed === true || !UNTOLD_AT.includes(at);

const UNTOLD: Partial<AuditBranch> = {
  findings: [],
  zeroTolerance: {},
  initial: undefined,
  current: undefined,
  notApplicable: undefined,
  notApplicableOpen: undefined,
  credits: undefined,
  corrections: undefined,
};

/** Deadlines between the office and whoever is in danger, or about what nobody has decided yet. */
const OFFICE_DEADLINES: readonly string[] = ['safeguarding', 'zero-tolerance', 'correction'];
/** What a submitted audit credited tells which items were answered. */
const UNTOLD_DEADLINES: readonly string[] = ['credit-end'];

/** What an auditor would change is told when a second person has agreed. */
const accepted = ({ corrections }: AuditBranch): Partial<AuditBranch> =>
  corrections ? { corrections: corrections.filter(({ phase }) => phase === 'accepted') } : {};

function forAuditee(state: CaseState): CaseState {
  const { safeguarding, ...rest } = state;
  const ended = closedSeals(state).includes('safeguarding') ? safeguarding?.ended : undefined;
  return {
    ...rest,
    audit: { ...state.audit, ...accepted(state.audit), ...(isTold(state) ? {} : UNTOLD) },
    deadlines: state.deadlines.filter(
      ({ kind }) => !OFFICE_DEADLINES.includes(kind) && (isTold(state) || !UNTOLD_DEADLINES.includes(kind)),
    ),
    // A case that is over stays as it ended, whatever the office still does for a child.
    ...(ended && { ...ended, over: true }),
  };
}

/** Buyers never learn of a child: not by its item, and not by what is done about it. */
function forBuyer(state: CaseState): CaseState {
  const items = state.safeguarding?.items ?? [];
  const about = (key: string): boolean => items.some((item) => key === item || key.endsWith(`:${item}`));
  const told = forAuditee(state);
  return {
    ...told,
    audit: {
      ...told.audit,
      findings: told.audit.findings.filter((f) => !about(f.itemId)),
      ...(told.audit.corrections && {
        corrections: told.audit.corrections.filter((one) => !about(one.itemId)),
      }),
    },
    deadlines: told.deadlines.filter(({ key }) => !about(key)),
    matters: state.matters.filter(({ subject }) => !about(subject)),
    correctiveActions: Object.fromEntries(
      Object.entries(state.correctiveActions).filter(([, { subject }]) => !about(subject)),
    ),
  };
}

/**
 * A case as it may be told to an organisation with these relations to it. Everything that is shown or offered is made
 * from this, so that a case with a child in danger looks like the same case without (domain 0.10).
 */
export function asTold(state: CaseState, relations: readonly CaseRelation[]): CaseState {
  if (relations.includes('supplier')) return forAuditee(state);
  const inside = relations.some((r) => r === 'programme-office' || r === 'audit-firm');
  return inside && !relations.includes('buyer') ? state : forBuyer(state);
}

/**
 * Until when a journal entry is sealed to the supplier, who then sees its place, hash and digest only: until the
 * assessment is told, until then and no child is in danger, or for ever (who complained, who works on what).
 */
export const SEALS = ['open', 'assessment', 'safeguarding', 'internal'] as const;
export type Seal = (typeof SEALS)[number];

const ABOUT_CHILDREN = /"(?:child-found|child-safe|safeguarding)"/;
/** Of an assessment, whatever they came to. */
const ABOUT_ANSWERS: readonly string[] = [
  'propose-corrections',
  'accept-correction',
  'refuse-correction',
  'confirm-not-applicable',
];
const ABOUT_TASKS: readonly string[] = ['claim-task', 'release-task', 'delegate-task'];

/** The seal of an entry, from the entry alone. */
export function sealOf(entry: JournalEntry, supplierId: string): Seal {
  const text = JSON.stringify([entry.params, entry.events]);
  const own = entry.actor !== 'system' && entry.actor.organisationId === supplierId;
  if (ABOUT_TASKS.includes(entry.command) && !own) return 'internal';
  if (entry.command === 'withdraw-from-audit' || text.includes('pressure-on-auditor')) return 'internal';
  if (entry.command === 'submit-audit') return 'assessment';
  if (ABOUT_CHILDREN.test(text)) return 'safeguarding';
  if (ABOUT_ANSWERS.includes(entry.command) || /"credit-(?:ended|renewed)"/.test(text)) return 'assessment';
  return text.includes('zero-tolerance') || entry.command.includes('zero-tolerance') ? 'assessment' : 'open';
}

/** Seals that are closed to the supplier in this state. */
export function closedSeals(state: CaseState): readonly Seal[] {
  const untold = !isTold(state) || provisional(state).length > 0;
  return [
    ...(untold ? (['assessment'] as const) : []),
    ...(untold || childUnsafe(state) ? (['safeguarding'] as const) : []),
    'internal',
  ];
}
