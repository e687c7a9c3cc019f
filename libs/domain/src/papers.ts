import type { Role } from './actors.js';
import { APPROVED } from './approval-status.js';
import { OPEN_PILOT, type CaseState } from './case-state.js';
import { CLOSED_STATES, PILOT_STATES, QUALIFIED_STATES, YEARS_AFTER, type CaseStateName } from './states.js';
import { mayHandIn } from './resubmission.js';
import { COMPLIANCE_SECTIONS } from './application.js';

/**
 * A working paper: a set of facts that one party may write until a decision seals it. Papers are opened and
 * closed by decisions only, so a fact and the decision that relies on it never pass each other unseen.
 */
export interface WorkingPaper {
  readonly paper: string;
  readonly role: Role;
  readonly organisationId: string;
  /** Only this person, when set; else anyone with the role in the organisation. */
  readonly personId?: string;
  /** Only these items, when set. */
  readonly items?: readonly string[];
}

export const APPLICATION = 'application';
/** What the compliance checks read, from owners and tax to chemicals and wages; open longer than the application. */
export const COMPLIANCE = 'compliance';
export const AUDIT = 'audit';
/** The answers of one surveillance visit, to the same items. */
export const surveillancePaper = (visit: string): string => `surveillance:${visit}`;
/** What the auditor saw in the payrolls. Not an answer: the check of wages reads it, and the score does not. */
export const PAYROLL_SAMPLE = 'payroll-sample';
/** The opening and the closing meeting: when and where they were held, and who signed for the site. */
export const AUDIT_MEETINGS = 'audit-meetings';
export const MEETINGS = ['opening', 'closing'] as const;
export type Meeting = (typeof MEETINGS)[number];
/** The checklist item that the sample belongs to: minimum wage. */
const WAGE_ITEM = 'SL-05';
/** What the auditor would change of a submitted audit; the audit itself stays as it was submitted. */
export const AUDIT_CORRECTIONS = 'audit-corrections';
export const EXTERNAL_REPORTS = 'external-reports';
export const correctiveActionPaper = (id: string): string => `corrective-action:${id}`;
export const pilotOrderPaper = (buyerId: string): string => `pilot-order:${buyerId}`;
export const inspectionPaper = (pilotId: string, lot: number, reworked: boolean): string =>
  `inspection:${pilotId}:${lot}:${reworked ? 2 : 1}`;
export const approvalScopePaper = (buyerId: string): string => `approval-scope:${buyerId}`;
/** What came under an approval: one fact for each delivery, by its number. */
export const deliveriesPaper = (buyerId: string): string => `deliveries:${buyerId}`;

/** While a submitted audit stands, its answers may turn out to be wrong. */
export const CORRECTABLE_STATES: readonly CaseStateName[] = [
  'ASSESSMENT_REVIEW',
  'CAP_OPEN',
  ...PILOT_STATES,
  ...QUALIFIED_STATES,
];

/** Whether this buyer has a pilot order under way: one at a time. */
export const hasOpenPilot = (state: CaseState, buyerId: string): boolean =>
  Object.values(state.pilots).some((p) => p.buyerId === buyerId && OPEN_PILOT.includes(p.phase));

/** Whether any check still needs better papers from the supplier. */
const checksWantPapers = (state: CaseState): boolean =>
  Object.values(state.checks).some((c) => ['FAIL', 'POTENTIAL', 'ERROR', 'WARN'].includes(c.verdict));

/** Owners were looked up on the lists: they are open again only while their own check is not clear. */
const laterItems = (state: CaseState): readonly string[] => {
  const clear = ['PASS', 'WAIVED'].includes(state.checks['beneficial-owners']?.verdict ?? 'PASS');
  const owners = clear && !state.changes?.owner ? [] : ['owners'];
  const apart: readonly string[] = ['owners', EXTERNAL_REPORTS];
  return [...COMPLIANCE_SECTIONS.filter((item) => !apart.includes(item)), ...owners];
};

/** Sections of the application that a reported change opens again, until an officer has concluded it. */
const changedItems = ({ changes }: CaseState): readonly string[] => [
  ...(changes?.address ? ['site'] : []),
  ...(changes?.workforce ? ['profile', 'capacity'] : []),
];

/** Reports of other schemes are handed in at any time, but not changed while an officer verifies one at its source. */
const reportItems = ({ externalReports = {} }: CaseState): readonly string[] =>
  Object.values(externalReports).some(({ phase }) => phase === 'submitted') ? [] : [EXTERNAL_REPORTS];

const supplierPapers = (state: CaseState): WorkingPaper[] => {
  const paper = (name: string, items?: readonly string[]): WorkingPaper => ({
    paper: name,
    role: 'supplier',
    organisationId: state.supplierId,
    ...(items && { items }),
  });
  const drafting = state.at === 'DRAFT' || state.at === 'INFO_REQUESTED';
  const assessed = ['IN_ASSESSMENT', 'ASSESSMENT_REVIEW', 'CAP_OPEN'].includes(state.at);
  // Certificates lapse and tax years end while pilots are made and after: better papers are always welcome.
  const later = [...PILOT_STATES, ...YEARS_AFTER].includes(state.at);
  const items = [
    ...(later || (assessed && checksWantPapers(state)) ? laterItems(state) : []),
    ...(later || assessed ? reportItems(state) : []),
  ];
  return [
    ...(drafting ? [paper(APPLICATION)] : []),
    ...(later && changedItems(state).length > 0 ? [paper(APPLICATION, changedItems(state))] : []),
    ...(drafting ? [paper(COMPLIANCE)] : items.length > 0 ? [paper(COMPLIANCE, items)] : []),
    ...Object.entries(state.correctiveActions)
      .filter(([, action]) => mayHandIn(action))
      .map(([id]) => paper(correctiveActionPaper(id))),
  ];
};

const buyerPapers = (state: CaseState): WorkingPaper[] => {
  const inPilots = PILOT_STATES.includes(state.at);
  const orders = inPilots ? state.consents.filter((buyerId) => !hasOpenPilot(state, buyerId)) : [];
  const scopes = Object.entries(state.approvals).filter(
    ([, a]) => a.phase === 'open' || a.phase === 'deferred',
  );
  const underWay = Object.entries(state.pilots).filter(([, pilot]) => OPEN_PILOT.includes(pilot.phase));
  const inspections = underWay.flatMap(([pilotId, pilot]) =>
    pilot.lots
      .filter((lot) => lot.phase === 'awaiting-inspection')
      .map((lot) => ({
        paper: inspectionPaper(pilotId, lot.lot, lot.reworked),
        role: 'inspector' as const,
        organisationId: pilot.buyerId,
      })),
  );
  const approved = QUALIFIED_STATES.includes(state.at)
    ? Object.entries(state.approvals).filter(([, { phase }]) => APPROVED.includes(phase))
    : [];
  return [
    ...approved.map(([b]) => ({
      paper: deliveriesPaper(b),
      role: 'buyer-requester' as const,
      organisationId: b,
    })),
    ...orders.map((b) => ({
      paper: pilotOrderPaper(b),
      role: 'buyer-requester' as const,
      organisationId: b,
    })),
    ...inspections,
    ...scopes.map(([b]) => ({
      paper: approvalScopePaper(b),
      role: 'buyer-requester' as const,
      organisationId: b,
    })),
  ];
};

/** Answers of the surveillance visit that is under way. */
const visitPapers = ({ audit: { auditor }, surveillance }: CaseState): WorkingPaper[] =>
  Object.entries(surveillance?.visits ?? {}).flatMap(([visit, { phase }]) =>
    phase === 'assigned' && auditor ? [{ paper: surveillancePaper(visit), role: 'auditor', ...auditor }] : [],
  );

const auditorPapers = ({ at, audit, renewal }: CaseState): WorkingPaper[] => {
  const { auditor, reopenedItems } = audit;
  if (audit.phase !== 'in-progress' || !auditor || at !== 'IN_ASSESSMENT') return [];
  const writer = {
    role: 'auditor' as const,
    organisationId: auditor.organisationId,
    personId: auditor.personId,
  };
  const asked = reopenedItems.length > 0 ? reopenedItems : renewal?.items;
  return [
    { paper: AUDIT, ...writer, ...(asked && { items: asked }) },
    ...(!asked || asked.includes(WAGE_ITEM) ? [{ paper: PAYROLL_SAMPLE, ...writer }] : []),
    // Items that were sent back are looked at again without another visit.
    ...(reopenedItems.length > 0 ? [] : [{ paper: AUDIT_MEETINGS, ...writer }]),
  ];
};

/** From the review on the auditor may say what was wrong, while none of it waits for the reviewer. */
const correctionPapers = ({ at, audit }: CaseState): WorkingPaper[] => {
  const waiting = audit.corrections?.some(({ phase }) => phase === 'proposed') === true;
  if (!audit.auditor || audit.phase !== 'submitted' || waiting || !CORRECTABLE_STATES.includes(at)) return [];
  return [{ paper: AUDIT_CORRECTIONS, role: 'auditor', ...audit.auditor }];
};

/** Every working paper that is open in this state, and who may write it. */
export function openPapers(state: CaseState): readonly WorkingPaper[] {
  if (CLOSED_STATES.includes(state.at)) return [];
  return [
    ...supplierPapers(state),
    ...auditorPapers(state),
    ...visitPapers(state),
    ...correctionPapers(state),
    ...buyerPapers(state),
  ];
}
