import type { Hand } from './actors.js';
import type { CaseRelation } from './authorisation/relations.js';
import type { AuditBranch, CaseState, OfficeMatter } from './case-state.js';
import type { JournalEntry } from './decide.js';
import { isUnannounced } from './surveillance-draw.js';
import { childUnsafe, provisional } from './safeguarding.js';
import type { CaseOverlay } from './overlay.js';
import { YEARS_AFTER, type CaseStateName } from './states.js';

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

/**
 * Deadlines between the office and whoever is in danger, about what nobody has decided yet, and the draw of visits that
 * nobody announces.
 */
const OFFICE_DEADLINES: readonly string[] = [
  'safeguarding',
  'zero-tolerance',
  'surveillance-draw',
  'correction',
];
/** What complaints, alerts and unannounced visits have in their keys: `surveillance-visit:u1`, say. */
const CONFIDENTIAL = /^(?:surveillance-(?:visit|review):u\d+|change-review:worker-complaint)$/;
/** What a submitted audit credited tells which items were answered. */
const UNTOLD_DEADLINES: readonly string[] = ['credit-end'];

/** What an auditor would change is told when a second person has agreed. */
const accepted = ({ corrections }: AuditBranch): Partial<AuditBranch> =>
  corrections ? { corrections: corrections.filter(({ phase }) => phase === 'accepted') } : {};

/** The audit as it was before somebody was assigned to a visit that nobody announces. */
const auditBefore = (audit: AuditBranch, before: Hand | undefined): AuditBranch => {
  const since = audit.former.findLastIndex(({ personId }) => personId === before?.personId);
  return { ...audit, auditor: before, former: since < 0 ? audit.former : audit.former.slice(0, since) };
};

/** Who complained is between them and the office. */
const withoutComplaint = (changes: NonNullable<CaseState['changes']>): CaseState['changes'] =>
  Object.fromEntries(Object.entries(changes).filter(([code]) => code !== 'worker-complaint'));

/** An auditor knows the case as the office does, complaints aside. */
const forAuditFirm = (state: CaseState): CaseState =>
  state.changes?.['worker-complaint']
    ? {
        ...state,
        ...(state.appeal && { appeal: { ...state.appeal, held: [] } }),
        changes: withoutComplaint(state.changes),
        deadlines: state.deadlines.filter(({ key }) => key !== 'change-review:worker-complaint'),
      }
    : state;

/** Visits without their findings until a reviewer has concluded them; of an unannounced one nothing until then. */
function toldOfVisits({ surveillance, audit, changes }: CaseState): Partial<CaseState> {
  const visits = Object.entries(surveillance?.visits ?? {});
  const told = visits
    .filter(([id, { phase }]) => phase === 'concluded' || !isUnannounced(id))
    .map(([id, visit]) => {
      const { reason, phase } = visit;
      return [id, phase === 'concluded' ? visit : { reason, phase }] as const;
    });
  const secret = visits.find(
    ([id, v]) => isUnannounced(id) && ['assigned', 'submitted'].includes(v.phase),
  )?.[1];
  return {
    ...(surveillance && { surveillance: { visits: Object.fromEntries(told) } }),
    ...(secret && { audit: auditBefore(audit, secret.before) }),
    ...(changes && { changes: withoutComplaint(changes) }),
  };
}

/** How a panel votes is told when it has decided; which items a renewal carries over, when its audit is told. */
function withoutSecrets({ appeal, renewal, ...rest }: CaseState): CaseState {
  return {
    ...rest,
    ...(appeal && {
      appeal: {
        ...appeal,
        // What the case waited for is told when it waits again, as far as it is told at all.
        held: [],
        panel: appeal.panel.map(({ personId, organisationId, role }) => ({ personId, organisationId, role })),
      },
    }),
    ...(renewal && {
      renewal:
        rest.audit.signed === true
          ? renewal
          : { ...renewal, seed: undefined, items: undefined, carried: undefined },
    }),
  };
}

const withoutResult = ({ buyerId, overlayId }: CaseOverlay): CaseOverlay => ({ buyerId, overlayId });

function forAuditee(state: CaseState): CaseState {
  const { safeguarding, ...rest } = withoutSecrets(state);
  const ended = closedSeals(state).includes('safeguarding') ? safeguarding?.ended : undefined;
  const visits = toldOfVisits(state);
  return {
    ...rest,
    ...visits,
    audit: { ...(visits.audit ?? state.audit), ...accepted(state.audit), ...(isTold(state) ? {} : UNTOLD) },
    ...(state.overlays && { overlays: isTold(state) ? state.overlays : state.overlays.map(withoutResult) }),
    deadlines: state.deadlines.filter(
      ({ kind, key }) =>
        !OFFICE_DEADLINES.includes(kind) &&
        !CONFIDENTIAL.test(key) &&
        (isTold(state) || !UNTOLD_DEADLINES.includes(kind)),
    ),
    matters: state.matters.filter(({ kind }) => kind !== 'surveillance-alert'),
    // A case that is over stays as it ended, whatever the office still does for a child.
    ...(ended && { ...ended, over: true }),
  };
}

/** Matters of the office that are about the business of one buyer, and whose they are. */
const buyerOfMatter = ({ pilots }: CaseState, { kind, subject }: OfficeMatter): string | undefined => {
  if (kind === 'scorecard-low') return subject;
  return kind === 'pilot-failed-while-qualified' ? pilots[subject]?.buyerId : undefined;
};

/** Buyers never learn of a child: not by its item, and not by what is done about it. */
function forBuyer(state: CaseState, organisationId: string | undefined): CaseState {
  const items = state.safeguarding?.items ?? [];
  const about = (key: string): boolean => items.some((item) => key === item || key.endsWith(`:${item}`));
  const told = forAuditee(state);
  const visits = Object.entries(told.surveillance?.visits ?? {}).map(([id, { findings, ...visit }]) => {
    const others = findings?.filter(({ itemId }) => !about(itemId));
    return [id, { ...visit, ...(others && { findings: others }) }] as const;
  });
  const scores = Object.entries(told.scorecards ?? {}).filter(([buyerId]) => buyerId === organisationId);
  return {
    ...told,
    ...(told.surveillance && { surveillance: { ...told.surveillance, visits: Object.fromEntries(visits) } }),
    ...(told.scorecards && { scorecards: Object.fromEntries(scores) }),
    // What other buyers ask is theirs.
    ...(told.overlays && { overlays: told.overlays.filter(({ buyerId }) => buyerId === organisationId) }),
    audit: {
      ...told.audit,
      findings: told.audit.findings.filter((f) => !about(f.itemId)),
      ...(told.audit.corrections && {
        corrections: told.audit.corrections.filter((one) => !about(one.itemId)),
      }),
    },
    deadlines: told.deadlines.filter(({ key }) => !about(key)),
    matters: told.matters.filter((matter) => {
      const theirs = buyerOfMatter(state, matter) ?? organisationId;
      return !about(matter.subject) && theirs === organisationId;
    }),
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
  if (relations.includes('buyer')) return forBuyer(state, organisationId);
  if (relations.includes('programme-office')) return state;
  return relations.includes('audit-firm') ? forAuditFirm(state) : forBuyer(state, organisationId);
}

/**
 * Until when a journal entry is sealed to the supplier, who then sees its place, hash and digest only: until the
 * assessment is told, until then and no child is in danger, or for ever (who complained, who works on what).
 */
export const SEALS = ['open', 'assessment', 'safeguarding', 'internal'] as const;
export type Seal = (typeof SEALS)[number];

const ABOUT_CHILDREN = /"(?:child-found|child-safe|safeguarding)"/;
/** Of unannounced visits, and of the draw that may order one. */
const ABOUT_VISITS =
  /surveillance-drawn|"visit":"u\d+"|surveillance-(?:visit|review):u\d+|surveillance-alert/;
/** A complaint is told by what follows from it, if anything does. */
const ABOUT_COMPLAINTS =
  /change-review:worker-complaint|"change":"worker-complaint"(?!.*"outcome":"(?:downgrade|suspend)")/;
/** Of an assessment, whatever they came to. */
const ABOUT_ANSWERS: readonly string[] = [
  'propose-corrections',
  'accept-correction',
  'refuse-correction',
  'confirm-not-applicable',
];
const ABOUT_HITS: readonly string[] = ['clear-hit', 'confirm-clearing'];
const ABOUT_TASKS: readonly string[] = ['claim-task', 'release-task', 'delegate-task'];

/** The seal of an entry, from the entry alone. */
export function sealOf(entry: JournalEntry, supplierId: string): Seal {
  const text = JSON.stringify([entry.params, entry.events]);
  const own = entry.actor !== 'system' && entry.actor.organisationId === supplierId;
  if (ABOUT_TASKS.includes(entry.command) && !own) return 'internal';
  const decides = entry.events.some(({ type }) => type === 'appeal-decided');
  if (entry.command === 'vote-appeal' && !decides) return 'internal';
  // Whether a list means somebody is between officers until they have decided on the check.
  if (ABOUT_HITS.includes(entry.command) && !text.includes('"check-resolved"')) return 'internal';
  if (entry.command === 'withdraw-from-audit' || text.includes('pressure-on-auditor')) return 'internal';
  if (ABOUT_VISITS.test(text) && entry.command !== 'conclude-surveillance') return 'internal';
  // Of a visit its conclusion tells.
  if (entry.command.endsWith('-zero-tolerance') && text.includes('"visit":')) return 'internal';
  if (entry.command === 'submit-surveillance' || ABOUT_COMPLAINTS.test(text)) return 'internal';
  if (entry.command === 'submit-audit') return 'assessment';
  if (ABOUT_CHILDREN.test(text)) return 'safeguarding';
  if (ABOUT_ANSWERS.includes(entry.command) || /"credit-(?:ended|renewed)"/.test(text)) return 'assessment';
  return text.includes('zero-tolerance') || entry.command.includes('zero-tolerance') ? 'assessment' : 'open';
}

/** Seals that are closed to the supplier in this state. */
export function closedSeals(state: CaseState): readonly Seal[] {
  // What a visit left provisional was told with its conclusion.
  const unjudged = provisional(state).length > 0 && !YEARS_AFTER.includes(state.at);
  const untold = !isTold(state) || unjudged;
  return [
    ...(untold ? (['assessment'] as const) : []),
    ...(untold || childUnsafe(state) ? (['safeguarding'] as const) : []),
    'internal',
  ];
}
