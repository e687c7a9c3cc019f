import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
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

/** A rule that threw will throw again: whoever asked hears of it, and the case goes on. */
const isBroken = (error: unknown): boolean =>
  error instanceof ActivityFailure &&
  error.cause instanceof ApplicationFailure &&
  error.cause.type === 'Invariant';

/**
 * Commit close by while the database answers; when it is away longer, the same commit goes on as a regular activity
 * that retries for ever. Both may have run: the command id makes the second a repeat.
 */
export const commit: Activities['commit'] = async (request) => {
  try {
    return await quick.commit(request);
  } catch (error) {
    if (isCancellation(error) || isBroken(error) || !(error instanceof ActivityFailure)) throw error;
    return patient.commit(request);
  }
};

/** Checks read lists and other firms' data: a regular activity, outside the lock. */
export const { runChecks } = proxyActivities<Activities>({
  startToCloseTimeout: '60s',
  retry: { initialInterval: '1s', maximumInterval: '60s', nonRetryableErrorTypes: ['Invariant'] },
});
