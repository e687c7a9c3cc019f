import { type Connection } from '@temporalio/client';
import { msNumberToTs } from '@temporalio/common/lib/time.js';
import { randomUUID } from 'node:crypto';

type Target = { namespace: string; workflowExecution: { workflowId: string } };

/** FastForwardPollingResult and WorkflowExecutionStatus, as far as they matter here. */
const pollTimedOut = 1;
const reached = 2;
const running = 1;
/** The server answers a poll after 20 s at most. */
const callMs = 30_000;
/** The server stops skipping after about 100 skips unless told otherwise, and waits in real time from there on. */
const maxSessionSkipCount = 100_000;

const within = <T>(connection: Connection, call: () => Promise<T>): Promise<T> =>
  connection.withDeadline(Date.now() + callMs, call);

async function begin(connection: Connection, target: Target, id: string, ms: number): Promise<void> {
  const fastForwardConfig = { id, duration: msNumberToTs(ms) };
  const request = {
    ...target,
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, maxSessionSkipCount, fastForwardConfig },
    },
    updateMask: { paths: ['time_skipping_config'] },
  };
  await within(connection, () => connection.workflowService.updateWorkflowExecutionOptions(request));
}

async function hasEnded(connection: Connection, target: Target): Promise<boolean> {
  const request = { namespace: target.namespace, execution: target.workflowExecution };
  const { workflowExecutionInfo: info } = await within(connection, () =>
    connection.workflowService.describeWorkflowExecution(request),
  );
  return info?.status !== running;
}

/**
 * Moves the clock of one running workflow ahead by `ms`, firing every timer on the way at its own time, and returns
 * when that is done: `reached`, or `ended` when the workflow came to its end on the way. Only this workflow's
 * clock moves: not PostgreSQL's, nor the API's. Never run two at once on the same workflow.
 */
export async function fastForward(
  connection: Connection,
  workflowId: string,
  ms: number,
  namespace = 'default',
): Promise<'reached' | 'ended'> {
  const target = { namespace, workflowExecution: { workflowId } };
  const id = randomUUID();
  await begin(connection, target, id, ms);
  for (;;) {
    const { fastForwardPollingResult: result, failedReason } = await within(connection, () =>
      connection.workflowService.pollWorkflowExecutionTimeSkipping({ ...target, fastForwardId: id }),
    );
    if (result === reached) return 'reached';
    if (result === pollTimedOut) continue;
    if (await hasEnded(connection, target)) return 'ended';
    throw new Error(`The fast-forward of ${workflowId} cannot be completed: ${failedReason}`);
  }
}
