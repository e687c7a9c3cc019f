import {
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
  type Workflow,
} from '@temporalio/client';
import { pingTemporal } from './temporal.js';

/** How an entity is started when an update is the first it hears. */
export interface FirstStart {
  readonly workflowType: string;
  readonly taskQueue: string;
  readonly args: readonly unknown[];
}
export interface UpdateToSend {
  readonly workflowId: string;
  readonly update: string;
  /** The same id gives the same answer, however often it is sent. */
  readonly updateId: string;
  readonly args: readonly unknown[];
  readonly start?: FirstStart;
  readonly waitMs: number;
}
/**
 * `answered`: the entity has decided. `pending`: the server runs but nobody has decided yet; nothing is known to be
 * kept. `missing`: no such workflow runs. `unreachable`: the server does not answer. `failed`: the entity threw.
 */
export type Sent<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'pending' | 'missing' | 'unreachable' | 'failed' };

const UNAVAILABLE = 14;
/** Cancelled, deadline exceeded, exhausted, failed precondition, aborted: the update may or may not have arrived. */
const UNDECIDED: readonly (number | undefined)[] = [1, 4, 8, 9, 10];

const grpcCode = (error: unknown): number | undefined => {
  for (let e = error; e !== undefined && e !== null; e = (e as { cause?: unknown }).cause) {
    if (isGrpcServiceError(e)) return e.code;
  }
  return undefined;
};

/** Sends updates under a deadline: without one a client waits for ever, with no worker and with no server alike. */
export class TemporalGateway {
  constructor(private readonly client: Client) {}

  /** Send an update and wait for its answer, at most `waitMs`. Throws only what is a bug. */
  async send<T>(message: UpdateToSend): Promise<Sent<T>> {
    try {
      const deadline = Date.now() + message.waitMs;
      const value = await this.client.connection.withDeadline(deadline, () => this.execute<T>(message));
      return { kind: 'answered', value };
    } catch (error) {
      return this.classify(error);
    }
  }

  /** Start a workflow; false when one of this id runs already. */
  async start(
    workflowId: string,
    { workflowType, taskQueue, args }: FirstStart,
    waitMs: number,
  ): Promise<boolean> {
    try {
      await this.client.connection.withDeadline(Date.now() + waitMs, () =>
        this.client.workflow.start(workflowType, { workflowId, taskQueue, args: [...args] }),
      );
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'WorkflowExecutionAlreadyStartedError') return false;
      throw error;
    }
  }

  /**
   * Whether a workflow runs and has nothing under way: no task, and no activity that runs or waits to be tried again.
   * Throws when the server does not answer.
   */
  async isAtRest(workflowId: string, waitMs: number): Promise<boolean> {
    const handle = this.client.workflow.getHandle(workflowId);
    try {
      const deadline = Date.now() + waitMs;
      const { status, raw } = await this.client.connection.withDeadline(deadline, () => handle.describe());
      const activities = raw.pendingActivities ?? [];
      return status.name === 'RUNNING' && !raw.pendingWorkflowTask && activities.length === 0;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  private execute<T>({ workflowId, update, updateId, args, start }: UpdateToSend): Promise<T> {
    if (!start) {
      const handle = this.client.workflow.getHandle(workflowId);
      return handle.executeUpdate<T, [unknown, ...unknown[]]>(update, { args: args as [unknown], updateId });
    }
    const { workflowType, taskQueue } = start;
    const startWorkflowOperation = new WithStartWorkflowOperation<Workflow>(workflowType, {
      workflowId,
      taskQueue,
      args: [...start.args],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    return this.client.workflow.executeUpdateWithStart<Workflow, T, unknown[]>(update, {
      updateId,
      args: [...args],
      startWorkflowOperation,
    });
  }

  private async classify(error: unknown): Promise<Sent<never>> {
    if (error instanceof WorkflowNotFoundError) return { kind: 'missing' };
    if (error instanceof WorkflowUpdateFailedError) return { kind: 'failed' };
    const code = grpcCode(error);
    if (code === UNAVAILABLE) return { kind: 'unreachable' };
    const late = error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || UNDECIDED.includes(code);
    if (!late) throw error;
    return { kind: (await this.isServing()) ? 'pending' : 'unreachable' };
  }

  private async isServing(): Promise<boolean> {
    try {
      await pingTemporal(this.client);
      return true;
    } catch {
      return false;
    }
  }
}
