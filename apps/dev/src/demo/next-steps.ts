import type { Case } from '../play/api-client.js';
import type { Directory } from './directory.js';
import { day, duty, list, otherwise } from './wording.js';

type Holder = Case['ballHolders'][number];
/** More than these at a time nobody reads. */
const SHOWN = 2;
const NEAR = 90 * 86_400_000;

const ABOUT_FINDINGS = ['correct-finding', 'verify-corrective-action', 'decide-corrective-action'];

/** What a duty is about, where its words need it: a checklist item or a lot. */
function subjectOf({ what, subject }: Holder): string {
  if (ABOUT_FINDINGS.includes(what)) return subject;
  return what === 'inspect-lot' || what === 'decide-rejected-lot' ? (subject.split(':')[1] ?? '') : '';
}

/** Duties of the same holder, kind and day are one line: `correct HS-05 and QM-06`. */
function together(holders: readonly Holder[]): Holder[][] {
  const groups = new Map<string, Holder[]>();
  for (const holder of holders) {
    const { what, role, organisationId, personId, dueAt } = holder;
    const key = [what, role, organisationId, personId, dueAt ? day(dueAt) : ''].join('|');
    groups.set(key, [...(groups.get(key) ?? []), holder]);
  }
  return [...groups.values()];
}

function phrase(directory: Directory, group: readonly Holder[]): string {
  const [first] = group;
  if (!first) return '';
  const subjects = group.map(subjectOf).filter(Boolean).sort();
  const about = subjects.length > 0 ? ` ${list(subjects)}` : '';
  const due = first.dueAt ? ` by ${day(first.dueAt)}` : '';
  return `${directory.holder(first)}: ${duty(first.what)}${about}${due}, else ${otherwise(first.otherwise)}`;
}

/** A report that ends in months is nobody's next step. */
const isFar = ({ what, dueAt }: Holder, { caseTime }: Case): boolean =>
  what === 'renew-external-report' && Date.parse(dueAt ?? caseTime) - Date.parse(caseTime) > NEAR;

/** Who has to act now, soonest first; what the machine does by itself is left out. */
export function nextSteps(directory: Directory, seen: Case): readonly string[] {
  const holders = seen.ballHolders.filter((holder) => holder.role !== 'system' && !isFar(holder, seen));
  return together(holders)
    .slice(0, SHOWN)
    .map((group) => phrase(directory, group));
}
