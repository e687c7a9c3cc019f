import { type Connection } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';
import { setTimeout as pause } from 'node:timers/promises';

/** A workflow, whichever of its runs is the current one. */
export interface WorkflowAddress {
  readonly namespace: string;
  readonly workflowExecution: { readonly workflowId: string };
}

/** Where a workflow stands that waits for nothing but its timer: on its own clock, in milliseconds. */
export interface Rest {
  readonly now: number;
  readonly timerAt: number | undefined;
}

/** WorkflowExecutionStatus */
const running = 1;
/** The server answers a poll after 20 s at most. */
const callMs = 30_000;
const lookEveryMs = 25;
const pageSize = 15;

export const within = <T>(connection: Connection, call: () => Promise<T>): Promise<T> =>
  connection.withDeadline(Date.now() + callMs, call);

/** When the timer rings that was started last, and how many events there are; our workflows have one timer at a time. */
async function lastTimer(
  connection: Connection,
  { namespace, workflowExecution: execution }: WorkflowAddress,
): Promise<{ readonly events: number; readonly at: number | undefined }> {
  const over = new Set<string>();
  let events = 0;
  let nextPageToken: Uint8Array | undefined;
  do {
    const request = { namespace, execution, maximumPageSize: pageSize, nextPageToken };
    const page = await within(connection, () =>
      connection.workflowService.getWorkflowExecutionHistoryReverse(request),
    );
    for (const event of page.history?.events ?? []) {
      events = Math.max(events, Number(event.eventId));
      const { timerStartedEventAttributes: started } = event;
      const ended = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
      if (ended) over.add(String(ended.startedEventId));
      if (!started) continue;
      const at = tsToMs(event.eventTime) + tsToMs(started.startToFireTimeout);
      return { events, at: over.has(String(event.eventId)) ? undefined : at };
    }
    nextPageToken = page.nextPageToken ?? undefined;
  } while (nextPageToken?.length);
  return { events, at: undefined };
}

async function look(connection: Connection, address: WorkflowAddress): Promise<Rest | 'ended' | undefined> {
  const { namespace, workflowExecution: execution } = address;
  const seen = await within(connection, () =>
    connection.workflowService.describeWorkflowExecution({ namespace, execution }),
  );
  const { workflowExecutionInfo: info, workflowExtendedInfo: more, pendingActivities } = seen;
  if (info?.status !== running) return 'ended';
  if (seen.pendingWorkflowTask || (pendingActivities ?? []).length > 0) return undefined;
  const { events, at: timerAt } = await lastTimer(connection, address);
  if (events !== Number(info.historyLength)) return undefined; // something has happened in between
  const { currentTime } = more?.timeSkippingInfo ?? {};
  return { now: currentTime ? tsToMs(currentTime) : Date.now(), timerAt };
}

/** Waits, in real time, until nothing of the workflow is under way, nor a timer due that has not rung yet; or to its end. */
export async function comeToRest(connection: Connection, address: WorkflowAddress): Promise<Rest | 'ended'> {
  for (;;) {
    const rest = await look(connection, address);
    if (rest === 'ended') return rest;
    if (rest && (rest.timerAt === undefined || rest.timerAt > rest.now)) return rest;
    await pause(lookEveryMs);
  }
}
