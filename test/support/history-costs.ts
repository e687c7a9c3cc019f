import { temporal } from '@temporalio/proto';
import { ApiClient, type Costs } from '../../apps/dev/src/play/api-client.js';

type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

/** What one workflow task left in the history, with what woke it. */
export interface TaskCost {
  /** Ids of the updates that were decided in it: the ids of their commands. */
  readonly commands: readonly string[];
  /** Its events without timers, activities and the end of the workflow. */
  readonly events: number;
  /** Timers started, cancelled or fired. */
  readonly timers: number;
  /** Events of regular activities. */
  readonly activities: number;
  /** Checks came back in it: one more marker, for the case's own decision on them. */
  readonly checked: boolean;
}

const isTimer = (e: HistoryEvent): boolean =>
  Boolean(e.timerStartedEventAttributes ?? e.timerCanceledEventAttributes ?? e.timerFiredEventAttributes);
const isActivity = (e: HistoryEvent): boolean =>
  Boolean(
    e.activityTaskScheduledEventAttributes ??
    e.activityTaskStartedEventAttributes ??
    e.activityTaskCompletedEventAttributes,
  );
const wakes = (e: HistoryEvent): boolean =>
  Boolean(
    e.workflowTaskScheduledEventAttributes ??
    e.activityTaskStartedEventAttributes ??
    e.timerFiredEventAttributes,
  );

/** Part a history by its workflow tasks; the event that starts the workflow is left out. */
export function taskCosts(events: readonly HistoryEvent[]): readonly TaskCost[] {
  const groups: HistoryEvent[][] = [];
  for (const event of events.slice(1)) {
    const last = groups.at(-1);
    if (!last || (wakes(event) && last.some((e) => e.workflowTaskCompletedEventAttributes)))
      groups.push([event]);
    else last.push(event);
  }
  return groups.map((group) => ({
    commands: group
      .map((e) => e.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.meta?.updateId)
      .filter((id) => typeof id === 'string')
      .map((id) => id.split('/', 1)[0] ?? id),
    events: group.filter((e) => !isTimer(e) && !isActivity(e) && !e.workflowExecutionCompletedEventAttributes)
      .length,
    timers: group.filter(isTimer).length,
    activities: group.filter(isActivity).length,
    checked: group.some((e) => e.activityTaskCompletedEventAttributes),
  }));
}

export interface Asked {
  readonly type: string;
  readonly noted: boolean;
  readonly statements: number;
}

/** A client that keeps what each command cost the API. */
export class MeasuringClient extends ApiClient {
  constructor(
    baseUrl: string,
    token: string,
    costs: Costs,
    private readonly asked: Map<string, Asked>,
  ) {
    super(baseUrl, token, costs);
  }

  override async request<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
    const answer = await super.request<T>(method, path, body, headers);
    const { commandId } = (answer.body ?? {}) as { commandId?: string };
    if (method === 'POST' && commandId) {
      const { type = 'open', note } = body as { type?: string; note?: string };
      this.asked.set(commandId, { type, noted: note !== undefined, statements: answer.statements });
    }
    return answer;
  }
}
