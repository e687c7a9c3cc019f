import type { Role } from './actors.js';
import { COMPLIANCE_SECTIONS } from './application.js';
import type { CaseState } from './case-state.js';
import { CLOSED_STATES, PILOT_STATES, QUALIFIED_STATES } from './states.js';

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
/** What the auditor saw in the payrolls. Not an answer: the check of wages reads it, and the score does not. */
export const PAYROLL_SAMPLE = 'payroll-sample';
/** The checklist item that the sample belongs to: minimum wage. */
const WAGE_ITEM = 'SL-05';
export const correctiveActionPaper = (id: string): string => `corrective-action:${id}`;
export const pilotOrderPaper = (buyerId: string): string => `pilot-order:${buyerId}`;
export const inspectionPaper = (pilotId: string, lot: number, reworked: boolean): string =>
  `inspection:${pilotId}:${lot}:${reworked ? 2 : 1}`;
export const approvalScopePaper = (buyerId: string): string => `approval-scope:${buyerId}`;

const OPEN_PILOT = ['placed', 'running', 'inspection'];
/** Whether this buyer has a pilot order under way: one at a time. */
export const hasOpenPilot = (state: CaseState, buyerId: string): boolean =>
  Object.values(state.pilots).some((p) => p.buyerId === buyerId && OPEN_PILOT.includes(p.phase));

/** Whether any check still needs better papers from the supplier. */
const checksWantPapers = (state: CaseState): boolean =>
  Object.values(state.checks).some((c) => ['FAIL', 'POTENTIAL', 'ERROR', 'WARN'].includes(c.verdict));

/** Owners were looked up on the lists: they are open again only while their own check is not clear. */
const laterItems = (state: CaseState): readonly string[] => {
  const clear = ['PASS', 'WAIVED'].includes(state.checks['beneficial-owners']?.verdict ?? 'PASS');
  const welcome = COMPLIANCE_SECTIONS.filter((item) => item !== 'owners');
  return [...welcome, ...(clear ? [] : ['owners'])];
};

const supplierPapers = (state: CaseState): WorkingPaper[] => {
  const paper = (name: string, items?: readonly string[]): WorkingPaper => ({
    paper: name,
    role: 'supplier',
    organisationId: state.supplierId,
    ...(items && { items }),
  });
  const drafting = state.at === 'DRAFT' || state.at === 'INFO_REQUESTED';
  const assessed =
    ['IN_ASSESSMENT', 'ASSESSMENT_REVIEW', 'CAP_OPEN'].includes(state.at) && checksWantPapers(state);
  // Certificates lapse and tax years end while pilots are made and after: better papers are always welcome.
  const later = [...PILOT_STATES, ...QUALIFIED_STATES].includes(state.at);
  return [
    ...(drafting ? [paper(APPLICATION)] : []),
    ...(drafting ? [paper(COMPLIANCE)] : assessed || later ? [paper(COMPLIANCE, laterItems(state))] : []),
    ...Object.entries(state.correctiveActions)
      .filter(([, action]) => ['open', 'rejected'].includes(action.phase))
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
  return [
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

const auditorPapers = ({ at, audit }: CaseState): WorkingPaper[] => {
  const { auditor, reopenedItems } = audit;
  if (audit.phase !== 'in-progress' || !auditor || at !== 'IN_ASSESSMENT') return [];
  const writer = {
    role: 'auditor' as const,
    organisationId: auditor.organisationId,
    personId: auditor.personId,
  };
  const reopened = reopenedItems.length > 0;
  return [
    { paper: AUDIT, ...writer, ...(reopened && { items: reopenedItems }) },
    ...(!reopened || reopenedItems.includes(WAGE_ITEM) ? [{ paper: PAYROLL_SAMPLE, ...writer }] : []),
  ];
};

/** Every working paper that is open in this state, and who may write it. */
export function openPapers(state: CaseState): readonly WorkingPaper[] {
  if (CLOSED_STATES.includes(state.at)) return [];
  return [...supplierPapers(state), ...auditorPapers(state), ...buyerPapers(state)];
}
