import type { CaseState, CheckKind, Command, Refusal } from '#domain';

/** Ids only: whoever asked is looked up again where the decision is made. */
export interface Asked {
  readonly commandId: string;
  readonly command: Command;
  readonly by?: { readonly personId: string; readonly organisationId: string };
}
export type CommandResult =
  | { readonly outcome: 'done'; readonly seq: number }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** The port that the worker implements. Everything in it may be repeated without harm. */
export interface Activities {
  /** One decision, one transaction; returns the state that the workflow adopts. */
  commit(request: Asked & { readonly qualificationId: string; readonly occurredAt: string }): Promise<{
    readonly state?: CaseState;
    readonly result: CommandResult;
  }>;
  /** Run automated checks and keep what they found under `runId`. A check that cannot run is kept as ERROR. */
  runChecks(request: {
    readonly qualificationId: string;
    readonly runId: string;
    readonly checks: readonly CheckKind[];
    readonly at: string;
  }): Promise<void>;
}

/** What comes next for a delivery: nothing, or another attempt after so many milliseconds. */
export type WebhookNext = { readonly over: true } | { readonly over: false; readonly afterMs: number };
/** The port for deliveries of webhooks. */
export interface WebhookActivities {
  /**
   * One attempt, or the answer that it must wait. An attempt that fails is an answer, not a failure; when this activity is
   * repeated the receiver may get the event twice, under the same id.
   */
  attemptWebhook(request: { readonly deliveryId: string; readonly round: number }): Promise<WebhookNext>;
}
