import type { CaseState } from '#domain';
import type { Asked, CommandResult } from './activities.js';

export type { Activities, Asked, CommandResult, WebhookActivities, WebhookNext } from './activities.js';

export const QUALIFICATION_WORKFLOW = 'qualification';
export const TASK_QUEUE = 'qualification';
/** Update: ask the case for a decision. */
export const COMMAND_UPDATE = 'command';
/** Update: read the case's clock, take what is due and keep the case time. */
export const CLOCK_UPDATE = 'readClock';
/** Signal: a release asks the case to continue as new, so that old patches can go. */
export const CONTINUE_SIGNAL = 'continueAsNew';

/** A new case starts with its id alone; a continued or restarted one with the state that PostgreSQL holds. */
export interface QualificationInput {
  readonly qualificationId: string;
  readonly state?: CaseState;
}
export type CommandUpdate = (asked: Asked) => Promise<CommandResult>;

export const workflowIdOf = (qualificationId: string): string => `qualification/${qualificationId}`;

/** How a command reaches its case: as an update, which for `open` alone may start the workflow. */
export const commandMessage = (qualificationId: string, updateId: string, asked: Asked) => ({
  workflowId: workflowIdOf(qualificationId),
  update: COMMAND_UPDATE,
  updateId,
  args: [asked],
  ...(asked.command.type === 'open' && { start: startOf({ qualificationId }) }),
});

/** How a case is asked to read its clock, and to adopt what PostgreSQL holds of it. */
export const clockMessage = (qualificationId: string, updateId: string) => ({
  workflowId: workflowIdOf(qualificationId),
  update: CLOCK_UPDATE,
  updateId,
  args: [],
});

/** How a case's workflow is started: blank for its first command, from its row when it was lost. */
export const startOf = (input: QualificationInput) => ({
  workflowType: QUALIFICATION_WORKFLOW,
  taskQueue: TASK_QUEUE,
  args: [input],
});

export const WEBHOOK_WORKFLOW = 'webhookDelivery';
/** Apart from the cases: a receiver that hangs keeps no decision waiting. */
export const WEBHOOK_QUEUE = 'webhooks';
export interface WebhookInput {
  readonly deliveryId: string;
  /** Counts how often it was sent on its way again. */
  readonly round: number;
}
/** One workflow for each event and endpoint; another one when somebody asks for it again. */
export const webhookWorkflowId = (endpointId: string, eventId: string, round: number): string =>
  `webhook/${endpointId}/${eventId}${round === 0 ? '' : `/${round}`}`;
