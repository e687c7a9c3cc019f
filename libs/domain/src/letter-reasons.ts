import { CHECK_KINDS } from './case-state.js';
import type { JournalEntry } from './decide.js';
import type { CaseEvent } from './decision.js';
import type { EventType } from './events.js';
import type { LetterLine } from './letters.js';

/** The parameter of an event that says why. */
const WHY: Partial<Record<EventType, string>> = {
  'qualification-rejected': 'reason',
  'qualification-downgraded': 'reason',
  'qualification-suspended': 'cause',
  'suspension-confirmed': 'cause',
  'qualification-reinstated': 'cause',
  'qualification-revoked': 'cause',
};
const isCheck = (code: string): boolean => CHECK_KINDS.some((kind) => kind === code);

const reason = (code: string, params: LetterLine['params'] = {}): LetterLine => ({
  code: `reason:${code}`,
  params,
});
const text = ({ params }: CaseEvent, name: string): string => String(params[name] ?? 'other');

/** Why one thing was decided, from its event alone. */
export function reasonOf(event: CaseEvent, { moves }: JournalEntry): readonly LetterLine[] {
  const why = WHY[event.type];
  if (why) {
    const code = text(event, why);
    return [isCheck(code) ? reason('check', { check: code }) : reason(code)];
  }
  const { items } = event.params;
  switch (event.type) {
    case 'qualification-granted':
      return [
        reason('grade-reached', { grade: text(event, 'grade') }),
        ...(event.params['conditional'] === true ? [reason('approved-conditionally')] : []),
      ];
    case 'assessment-passed':
    case 'qualification-renewed':
      return [reason('grade-reached', { grade: text(event, 'grade') })];
    case 'corrective-actions-required':
      return [reason('nonconformities', { count: Array.isArray(items) ? items.length : 0 })];
    case 'conditions-met':
      return [reason(event.params['reason'] === 'certificate-renewed' ? 'certificate-renewed' : 'closed')];
    case 'suspension-dismissed':
      return [reason('second-person-disagreed')];
    case 'qualification-lapsed':
      return [reason(moves.some(({ from }) => from === 'DRAFT') ? 'draft-idle' : 'time-ran-out')];
    case 'qualification-withdrawn':
      return [{ code: `withdrawn:${text(event, 'reason')}`, params: {} }];
    case 'approval-declined':
      return [{ code: `declined:${text(event, 'reason')}`, params: {} }];
    case 'appeal-decided':
      return [{ code: `ground:${text(event, 'ground')}`, params: {} }];
    default:
      return [];
  }
}
