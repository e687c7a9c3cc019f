import type { QualificationView } from '#client';
import { COMPLIANCE_SECTIONS } from '#domain';

const UNCLEAR = ['FAIL', 'POTENTIAL', 'ERROR', 'WARN'];
const CLEAR = ['PASS', 'WAIVED'];
const DRAFTING = ['draft', 'information-requested'];
/** Papers lapse while pilots are made and after: better ones are always welcome there. */
const LATER_STAGES = ['pilot-order', 'approval', 'qualified'];
/** Sections that a reported change opens again. */
const CHANGED: Readonly<Record<string, readonly string[]>> = {
  owner: ['owners'],
  address: ['site'],
  workforce: ['profile', 'capacity'],
};
type Case = Pick<QualificationView, 'stage' | 'substate' | 'checks' | 'changes' | 'over'>;

export const isDrafting = ({ stage, substate }: Pick<Case, 'stage' | 'substate'>): boolean =>
  stage === 'application' && DRAFTING.includes(substate);

/** Sections that the supplier may write now, as `openPapers` of the rules says; the API has the last word. */
export function isWritable(one: Case, section: string): boolean {
  if (one.over || one.stage === 'closed') return false;
  if (isDrafting(one)) return true;
  const changed = one.changes.flatMap(({ change }) => CHANGED[change] ?? []);
  if (changed.includes(section)) return true;
  if (!(COMPLIANCE_SECTIONS as readonly string[]).includes(section)) return false;
  const later = LATER_STAGES.includes(one.stage);
  const assessed = one.stage === 'assessment';
  if (section === 'external-reports') return later || assessed;
  const verdicts = Object.values(one.checks).map(({ verdict }) => verdict);
  if (!later && !(assessed && verdicts.some((verdict) => UNCLEAR.includes(verdict)))) return false;
  return section !== 'owners' || !CLEAR.includes(one.checks['beneficial-owners']?.verdict ?? 'PASS');
}
