import { isGrpcServiceError, type Connection } from '@temporalio/client';
import { msNumberToTs } from '@temporalio/common/lib/time.js';
import { randomUUID } from 'node:crypto';
import { comeToRest, within, type WorkflowAddress } from './workflow-rest.js';

/** The gRPC code. */
const notFound = 5;

/** Moves the clock of a workflow at rest by `ms`, or to its next timer when that is earlier. */
async function skip(connection: Connection, address: WorkflowAddress, ms: number): Promise<void> {
  const fastForwardConfig = { id: randomUUID(), duration: msNumberToTs(ms) };
  const request = {
    ...address,
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, maxSessionSkipCount: 1, fastForwardConfig },
    },
    updateMask: { paths: ['time_skipping_config'] },
  };
  try {
    await within(connection, () => connection.workflowService.updateWorkflowExecutionOptions(request));
  } catch (error) {
    if (!(isGrpcServiceError(error) && error.code === notFound)) throw error; // it has just ended
  }
}

/**
 * Moves the clock of one running workflow ahead by `ms`, firing every timer on the way at its own time, and returns
 * when that is done: `reached`, or `ended` when the workflow came to its end on the way. Only this workflow's
 * clock moves: not PostgreSQL's, nor the API's. Never run two at once on the same workflow.
 *
 * From timer to timer, and only while the workflow rests: a server that goes on skipping by itself does not see a timer
 * or an end that came due while the workflow was at work, and jumps over it, to whatever comes next.
 */
export async function fastForward(
  connection: Connection,
  workflowId: string,
  ms: number,
  namespace = 'default',
): Promise<'reached' | 'ended'> {
  const address = { namespace, workflowExecution: { workflowId } };
  let end: number | undefined;
  for (;;) {
    const rest = await comeToRest(connection, address);
    if (rest === 'ended') return rest;
    end ??= rest.now + Math.ceil(ms);
    if (rest.now >= end) return 'reached';
    await skip(connection, address, Math.min(end, rest.timerAt ?? end) - rest.now);
  }
}
