import { WorkflowClient, type Connection } from '@temporalio/client';
import { setTimeout as sleep } from 'node:timers/promises';
import { CLOCK_UPDATE, workflowIdOf } from '#workflows';
import { fastForward } from '../fast-forward.js';
import { within } from '../workflow-rest.js';

type Page = Awaited<ReturnType<Connection['workflowService']['getWorkflowExecutionHistory']>>;
type Event = NonNullable<NonNullable<Page['history']>['events']>[number];
/** WorkflowExecutionStatus.COMPLETED */
const COMPLETED = 2;
const NAMESPACE = 'default';

const describe = (connection: Connection, id: string) =>
  within(connection, () =>
    connection.workflowService.describeWorkflowExecution({
      namespace: NAMESPACE,
      execution: { workflowId: workflowIdOf(id) },
    }),
  );

/** Whether the case's workflow has come to its end. */
export async function workflowCompleted(connection: Connection, id: string): Promise<boolean> {
  const { workflowExecutionInfo } = await describe(connection, id);
  return workflowExecutionInfo?.status === COMPLETED;
}

/** The number of history events once nothing of the case is under way. */
export async function quietLength(connection: Connection, id: string): Promise<number> {
  for (let before = -1; ;) {
    const {
      workflowExecutionInfo: info,
      pendingWorkflowTask,
      pendingActivities,
    } = await describe(connection, id);
    const length = Number(info?.historyLength ?? 0);
    const quiet = !pendingWorkflowTask && (pendingActivities ?? []).length === 0;
    if (quiet && length === before) return length;
    before = quiet ? length : -1;
    await sleep(40);
  }
}

/** Move a case's clock ahead and, unless that ended the case, have it take what is due and keep the time. */
export async function passTime(connection: Connection, id: string, ms: number): Promise<'reached' | 'ended'> {
  const outcome = await fastForward(connection, workflowIdOf(id), ms);
  if (outcome === 'ended') return outcome;
  const workflows = new WorkflowClient({ connection });
  await within(connection, () => workflows.getHandle(workflowIdOf(id)).executeUpdate(CLOCK_UPDATE));
  return outcome;
}

async function eventsOfRun(connection: Connection, id: string, runId?: string | null): Promise<Event[]> {
  const events: Event[] = [];
  let nextPageToken: Uint8Array | undefined;
  do {
    const request = {
      namespace: NAMESPACE,
      execution: { workflowId: workflowIdOf(id), runId: runId ?? '' },
      nextPageToken,
    };
    const page = await within(connection, () =>
      connection.workflowService.getWorkflowExecutionHistory(request),
    );
    events.push(...(page.history?.events ?? []));
    nextPageToken = page.nextPageToken?.length ? page.nextPageToken : undefined;
  } while (nextPageToken);
  return events;
}

/** All events of a case, through every run that continued as new. */
export async function readEvents(connection: Connection, id: string): Promise<Event[]> {
  const all: Event[] = [];
  let runId: string | null | undefined;
  do {
    const events = await eventsOfRun(connection, id, runId);
    all.unshift(...events);
    runId = events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
  } while (runId);
  return all;
}

export interface HistoryCounts {
  readonly historyEvents: number;
  readonly workflowTasks: number;
  /** Regular and local ones. */
  readonly activities: number;
}

export const countEvents = (events: readonly Event[]): HistoryCounts => ({
  historyEvents: events.length,
  workflowTasks: events.filter((event) => event.workflowTaskCompletedEventAttributes).length,
  activities: events.filter(
    (event) =>
      event.activityTaskScheduledEventAttributes ||
      event.markerRecordedEventAttributes?.markerName === 'core_local_activity',
  ).length,
});

/** Every text that the case left in its history: all payloads, wherever in an event they are. */
export function payloadTexts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  const { metadata, data } = value as { metadata?: unknown; data?: unknown };
  const own = metadata && data instanceof Uint8Array ? [Buffer.from(data).toString()] : [];
  return [...own, ...Object.values(value).flatMap(payloadTexts)];
}
