import type { CorrectiveAction } from './case-state.js';
import type { VerificationMethod } from './commands.js';

/** A rejected corrective action is handed in once more, not for ever (domain 2.1, corrective actions). */
const RESUBMISSIONS = 1;

/** The auditor said no to the second attempt too: the supplier has no third one, a reviewer decides. */
export const isExhausted = ({ phase, rejections }: CorrectiveAction): boolean =>
  phase === 'rejected' && rejections > RESUBMISSIONS;

/** Whether the supplier may hand it in now. */
export const mayHandIn = (action: CorrectiveAction): boolean =>
  action.phase === 'open' || (action.phase === 'rejected' && !isExhausted(action));

/** How the auditor has to see that it was corrected: as somebody said for it, else a critical one on site. */
export const verificationOf = ({ verification, severity }: CorrectiveAction): VerificationMethod =>
  verification ?? (severity === 'critical' ? 'on-site' : 'desk');
