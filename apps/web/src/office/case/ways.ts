import type { AskCommand, QualificationView } from '#client';

type Type = AskCommand['type'];
export type Way = 'completeness' | 'assign' | 'review' | 'matches' | 'checks' | 'corrections';

/** Where the office gives its commands, when not on the first page of the case. */
const WAYS: Readonly<Record<Way, readonly Type[]>> = {
  completeness: ['accept-application', 'request-information'],
  assign: ['assign-auditor', 'reassign-auditor'],
  review: [
    'pass-review',
    'require-corrective-actions',
    'return-to-auditor',
    'confirm-zero-tolerance',
    'dismiss-zero-tolerance',
    'confirm-not-applicable',
    'accept-correction',
    'refuse-correction',
  ],
  matches: ['clear-hit', 'confirm-clearing'],
  checks: ['resolve-check', 'confirm-check-failure'],
  corrections: [
    'set-verification',
    'verify-corrective-action',
    'reject-corrective-action',
    'accept-corrective-action-partly',
    'accept-corrective-plan',
  ],
};

/** What is decided on the first page, the gravest last. */
export const HERE: readonly Type[] = [
  'confirm-rejection',
  'dismiss-rejection',
  'confirm-bank-change',
  'mark-child-safe',
  'confirm-external-report',
  'refuse-external-report',
  'settle-matter',
  'waive-cooling-off',
  'vote-appeal',
  'meet-conditions',
  'conclude-change',
  'conclude-desk-review',
  'conclude-surveillance',
  'order-surveillance',
  'report-change',
  'confirm-reinstatement',
  'dismiss-reinstatement',
  'propose-reinstatement',
  'dismiss-suspension',
  'confirm-suspension',
  'dismiss-revocation',
  'confirm-revocation',
  'downgrade',
  'suspend',
  'propose-revocation',
];

type Allowed = QualificationView['allowedCommands'][number];
/** Commands by where they are given, each type once; one that may be given comes before one that something blocks. */
export function waysOf(commands: readonly Allowed[]): readonly (readonly [Way, readonly Allowed[]])[] {
  const open = (type: Type): readonly Allowed[] =>
    commands
      .filter((one) => one.type === type)
      .toSorted((one, other) => one.blockedBy.length - other.blockedBy.length)
      .slice(0, 1);
  return (Object.entries(WAYS) as [Way, readonly Type[]][])
    .map(([way, types]) => [way, types.flatMap(open)] as const)
    .filter(([, found]) => found.length > 0);
}
