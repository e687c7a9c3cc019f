import type { CaseRelation } from './authorisation/relations.js';
import type { AuditBranch, CaseState } from './case-state.js';
import type { JournalEntry } from './decide.js';
import { childUnsafe, provisional } from './safeguarding.js';
import type { CaseOverlay } from './overlay.js';
import type { CaseStateName } from './states.js';

/** What is going on inside an assessment is told when a reviewer has signed it: of every case alike, so silence tells nothing. */
const UNTOLD_AT: readonly CaseStateName[] = ['IN_ASSESSMENT', 'ASSESSMENT_REVIEW', 'WITHDRAWN'];
const isTold = ({ at, audit }: CaseState): boolean => audit.signed === true || !UNTOLD_AT.includes(at);

const UNTOLD: Partial<AuditBranch> = {
  findings: [],
  zeroTolerance: {},
  initial: undefined,
  current: undefined,
};

/** Deadlines that are between the office and whoever is in danger. */
const OFFICE_DEADLINES: readonly string[] = ['safeguarding', 'zero-tolerance'];

const withoutResult = ({ buyerId, overlayId }: CaseOverlay): CaseOverlay => ({ buyerId, overlayId });

function forAuditee(state: CaseState): CaseState {
  const { safeguarding, ...rest } = state;
  const ended = closedSeals(state).includes('safeguarding') ? safeguarding?.ended : undefined;
  return {
    ...rest,
    audit: { ...state.audit, ...(isTold(state) ? {} : UNTOLD) },
    ...(state.overlays && { overlays: isTold(state) ? state.overlays : state.overlays.map(withoutResult) }),
    deadlines: state.deadlines.filter(({ kind }) => !OFFICE_DEADLINES.includes(kind)),
    // A case that is over stays as it ended, whatever the office still does for a child.
    ...(ended && { ...ended, over: true }),
  };
}

/** Buyers never learn of a child: not by its item, and not by what is done about it. */
function forBuyer(state: CaseState, organisationId: string | undefined): CaseState {
  const items = state.safeguarding?.items ?? [];
  const about = (key: string): boolean => items.some((item) => key === item || key.endsWith(`:${item}`));
  const told = forAuditee(state);
  return {
    ...told,
    // What other buyers ask is theirs.
    ...(told.overlays && { overlays: told.overlays.filter(({ buyerId }) => buyerId === organisationId) }),
    audit: { ...told.audit, findings: told.audit.findings.filter((f) => !about(f.itemId)) },
    deadlines: told.deadlines.filter(({ key }) => !about(key)),
    matters: state.matters.filter(({ subject }) => !about(subject)),
    correctiveActions: Object.fromEntries(
      Object.entries(state.correctiveActions).filter(([, { subject }]) => !about(subject)),
    ),
  };
}

/**
 * A case as it may be told to an organisation with these relations to it; of overlays a buyer is told its own. Everything that is shown or offered is made
 * from this, so that a case with a child in danger looks like the same case without (domain 0.10).
 */
export function asTold(
  state: CaseState,
  relations: readonly CaseRelation[],
  organisationId?: string,
): CaseState {
  if (relations.includes('supplier')) return forAuditee(state);
  const inside = relations.some((r) => r === 'programme-office' || r === 'audit-firm');
  return inside && !relations.includes('buyer') ? state : forBuyer(state, organisationId);
}

/**
 * Until when a journal entry is sealed to the supplier, who then sees its place, hash and digest only: until the
 * assessment is told, until then and no child is in danger, or for ever (who complained, who works on what).
 */
export const SEALS = ['open', 'assessment', 'safeguarding', 'internal'] as const;
export type Seal = (typeof SEALS)[number];

const ABOUT_CHILDREN = /"(?:child-found|child-safe|safeguarding)"/;
const ABOUT_TASKS: readonly string[] = ['claim-task', 'release-task', 'delegate-task'];

/** The seal of an entry, from the entry alone. */
export function sealOf(entry: JournalEntry, supplierId: string): Seal {
  const text = JSON.stringify([entry.params, entry.events]);
  const own = entry.actor !== 'system' && entry.actor.organisationId === supplierId;
  if (ABOUT_TASKS.includes(entry.command) && !own) return 'internal';
  if (entry.command === 'withdraw-from-audit' || text.includes('pressure-on-auditor')) return 'internal';
  if (entry.command === 'submit-audit') return 'assessment';
  if (ABOUT_CHILDREN.test(text)) return 'safeguarding';
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
