import type { CommandOf, CommandType } from '../commands.js';
import { appealRules } from './appeal.rules.js';
import { applicationRules } from './application.rules.js';
import { approvalRules } from './approval.rules.js';
import { assignmentRules } from './assignment.rules.js';
import { auditRules } from './audit.rules.js';
import { bankRules } from './bank.rules.js';
import { clockRules } from './clock.rules.js';
import { consentRules } from './consent.rules.js';
import { complianceRules } from './compliance.rules.js';
import { correctionRules } from './correction.rules.js';
import { correctiveActionRules } from './corrective-action.rules.js';
import { inspectionRules } from './inspection.rules.js';
import { externalReportRules } from './external-report.rules.js';
import { lotRules } from './lot.rules.js';
import { pilotRules } from './pilot.rules.js';
import { productionRules } from './production.rules.js';
import { qualifiedRules } from './qualified.rules.js';
import { renewalRules } from './renewal.rules.js';
import { receiptRules } from './receipt.rules.js';
import { reviewRules } from './review.rules.js';
import { safeguardingRules } from './safeguarding.rules.js';
import { screeningRules } from './screening.rules.js';
import { changeRules } from './change.rules.js';
import { surveillanceRules } from './surveillance.rules.js';
import { suspensionRules } from './suspension.rules.js';
import { schemeRules } from './scheme.rules.js';
import { taskRules } from './task.rules.js';
import { verificationRules } from './verification.rules.js';
import { visitRules } from './visit.rules.js';
import type { Rule, Rules } from './rule.js';

/** Every command and everything that decides on it. A command without a rule does not compile. */
export const RULEBOOK: Rules<CommandType> = {
  ...applicationRules,
  ...complianceRules,
  ...screeningRules,
  ...bankRules,
  ...assignmentRules,
  ...visitRules,
  ...auditRules,
  ...safeguardingRules,
  ...reviewRules,
  ...correctionRules,
  ...externalReportRules,
  ...correctiveActionRules,
  ...verificationRules,
  ...pilotRules,
  ...productionRules,
  ...inspectionRules,
  ...lotRules,
  ...receiptRules,
  ...approvalRules,
  ...qualifiedRules,
  ...suspensionRules,
  ...changeRules,
  ...surveillanceRules,
  ...renewalRules,
  ...appealRules,
  ...consentRules,
  ...schemeRules,
  ...taskRules,
  ...clockRules,
};

export const COMMAND_TYPES = Object.keys(RULEBOOK) as readonly CommandType[];

/** The rule of a command. The cast ties the rule's type to the command's, which the mapped type already proves. */
export const ruleOf = <T extends CommandType>(command: CommandOf<T>): Rule<T> =>
  RULEBOOK[command.type as T] as unknown as Rule<T>;
