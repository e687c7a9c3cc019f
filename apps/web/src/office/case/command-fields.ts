import type { AskCommand } from '#client';
import {
  APPEAL_RESULTS,
  CALL_BACK_OUTCOMES,
  CALLED_NUMBERS,
  DOWNGRADE_REASONS,
  HAND_SOURCES,
  OFFICE_CHANGES,
  REJECTION_REASONS,
  REPORT_REFUSALS,
  RESIDUAL_SEVERITIES,
  REVOCATION_CAUSES,
  SURVEILLANCE_OUTCOMES,
  SUSPENDED_BY_HAND,
  VERIFICATION_METHODS,
  WAIVER_REASONS,
} from '#domain';

/** Something that a command wants to be told beside what it is about. */
export interface CommandField {
  readonly kind: 'choice' | 'note' | 'date' | 'days';
  /** As the command calls it. */
  readonly name: string;
  /** It may be left out. */
  readonly optional?: true;
  /** What there is to choose from. */
  readonly codes?: readonly string[];
}

const YES_NO = ['yes', 'no'];
const choice = (name: string, codes: readonly string[]): CommandField => ({ kind: 'choice', name, codes });
const yesNo = (name: string): CommandField => choice(name, YES_NO);
const maybe = (field: CommandField): CommandField => ({ ...field, optional: true });
const reason = (codes: readonly string[]): CommandField => choice('reason', codes);
const note: CommandField = { kind: 'note', name: 'note' };
const anyNote = maybe(note);
const outcome = choice('outcome', SURVEILLANCE_OUTCOMES);
const VERDICTS = ['PASS', 'WARN', 'FAIL', 'WAIVED'];

/** What each command of the office is told; those that are not named want nothing more. */
export const COMMAND_FIELDS: Readonly<Partial<Record<AskCommand['type'], readonly CommandField[]>>> = {
  'propose-rejection': [reason(REJECTION_REASONS), anyNote],
  'extend-deadline': [{ kind: 'days', name: 'days' }],
  'settle-matter': [anyNote],
  'resolve-check': [
    choice('verdict', VERDICTS),
    maybe(choice('source', HAND_SOURCES)),
    { kind: 'date', name: 'retrievedOn', optional: true },
    { kind: 'date', name: 'expiresOn', optional: true },
    anyNote,
  ],
  'confirm-bank-change': [choice('outcome', CALL_BACK_OUTCOMES), choice('called', CALLED_NUMBERS), note],
  'dismiss-zero-tolerance': [anyNote],
  'mark-child-safe': [note],
  'refuse-correction': [anyNote],
  'refuse-external-report': [reason(REPORT_REFUSALS), anyNote],
  'set-verification': [choice('method', VERIFICATION_METHODS)],
  'verify-corrective-action': [
    maybe(choice('method', VERIFICATION_METHODS)),
    { kind: 'date', name: 'visitDate', optional: true },
  ],
  'reject-corrective-action': [anyNote],
  'accept-corrective-action-partly': [choice('residual', RESIDUAL_SEVERITIES), anyNote],
  downgrade: [reason(DOWNGRADE_REASONS)],
  suspend: [choice('cause', SUSPENDED_BY_HAND), anyNote],
  'dismiss-suspension': [anyNote],
  'propose-reinstatement': [anyNote],
  'dismiss-reinstatement': [anyNote],
  'propose-revocation': [choice('cause', REVOCATION_CAUSES), anyNote],
  'dismiss-revocation': [anyNote],
  'report-change': [choice('change', OFFICE_CHANGES), anyNote],
  'conclude-change': [outcome, anyNote],
  'conclude-desk-review': [outcome, anyNote],
  'order-surveillance': [yesNo('unannounced'), anyNote],
  'conclude-surveillance': [outcome, anyNote],
  'waive-cooling-off': [reason(WAIVER_REASONS), anyNote],
  'vote-appeal': [choice('result', APPEAL_RESULTS), maybe(yesNo('reaudit')), anyNote],
};

/** What cannot be taken back, or is told to others at once: it is asked once more. */
export const GRAVE: readonly AskCommand['type'][] = [
  'accept-application',
  'propose-rejection',
  'confirm-rejection',
  'confirm-check-failure',
  'confirm-zero-tolerance',
  'dismiss-zero-tolerance',
  'pass-review',
  'require-corrective-actions',
  'return-to-auditor',
  'suspend',
  'confirm-suspension',
  'confirm-reinstatement',
  'confirm-revocation',
  'downgrade',
];

type Values = Readonly<Record<string, string>>;
/** What was typed, as the command wants it; undefined while something is missing. */
export function commandValues(
  fields: readonly CommandField[],
  typed: Values,
): Readonly<Record<string, unknown>> | undefined {
  const told: Record<string, unknown> = {};
  for (const { name, kind, optional, codes } of fields) {
    const value = (typed[name] ?? '').trim();
    if (value === '' && !optional) return undefined;
    if (value === '') continue;
    if (kind === 'days' && !/^[1-9]\d{0,2}$/.test(value)) return undefined;
    told[name] = kind === 'days' ? Number(value) : codes === YES_NO ? value === 'yes' : value;
  }
  return told;
}
