import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  TemporalFailure,
} from '@temporalio/workflow';
import type { Activities } from './activities.js';

const quick = proxyLocalActivities<Activities>({
  startToCloseTimeout: '3s',
  scheduleToCloseTimeout: '4s',
  retry: { initialInterval: '100ms', maximumAttempts: 3, nonRetryableErrorTypes: ['Invariant'] },
});
const patient = proxyActivities<Activities>({
  startToCloseTimeout: '15s',
  retry: { initialInterval: '1s', maximumInterval: '30s', nonRetryableErrorTypes: ['Invariant'] },
});

/** Why an activity failed: a regular one tells it inside an ActivityFailure, a local one tells it bare. */
const reasonOf = (error: unknown): unknown => (error instanceof ActivityFailure ? error.cause : error);

/** A rule that threw will throw again: whoever asked hears of it, and the case goes on. */
function isBroken(error: unknown): boolean {
  const reason = reasonOf(error);
  return reason instanceof ApplicationFailure && reason.type === 'Invariant';
}

/**
 * Commit close by while the database answers; when it is away longer, the same commit goes on as a regular activity
 * that retries for ever. Both may have run: the command id makes the second a repeat.
 */
export const commit: Activities['commit'] = async (request) => {
  try {
    return await quick.commit(request);
  } catch (error) {
    if (isCancellation(error) || isBroken(error) || !(error instanceof TemporalFailure)) throw error;
    return patient.commit(request);
  }
};

/** Checks read lists and other firms' data: a regular activity, outside the lock. A dead worker's are soon run again. */
export const { runChecks } = proxyActivities<Activities>({
  startToCloseTimeout: '60s',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', maximumInterval: '60s', nonRetryableErrorTypes: ['Invariant'] },
});
