import { ApplicationFailure, Context } from '@temporalio/activity';
import { BrokenRule, CaseStore, type CommitRequest, type Database, type PersonalData } from '#persistence';
import type { Logger } from '#platform';
import type { Activities, WebhookActivities } from '#workflows';
import type { CheckContext } from '../checks/check.js';
import type { WebhookAttempts } from '../webhooks/attempts.js';
import { checksActivity } from './checks.activities.js';

/** Temporal keeps what a failure says, and a database's words may quote a row: only the code travels. */
function withoutWords(err: unknown): ApplicationFailure {
  const code = typeof err === 'object' && err !== null && 'code' in err ? String(err.code) : 'Error';
  return ApplicationFailure.retryable('the worker could not do it: its log says why', code);
}

/**
 * A person's command that breaks a rule fails at once and is told so. What the case itself has to do (its clock, its
 * checks) is tried until a mended worker comes.
 */
function giveUpOn(err: unknown, { by, commandId }: CommitRequest, logger: Logger): never {
  logger.error({ err, commandId }, 'a commit failed');
  if (err instanceof BrokenRule && by) throw ApplicationFailure.nonRetryable('a rule threw', 'Invariant');
  throw withoutWords(err);
}

const PULSE_MS = 2000;

/** Says now and then that it is alive: what a dead worker had begun then starts again within seconds. */
async function withPulse<T>(work: Promise<T>): Promise<T> {
  const context = Context.current();
  const pulse = setInterval(() => context.heartbeat(), PULSE_MS);
  return work.finally(() => clearInterval(pulse));
}

/** Everything the workflows may ask of the world. A missing activity does not compile. */
export function createActivities(
  db: Database,
  personal: PersonalData,
  world: Pick<CheckContext, 'screening' | 'sources'>,
  logger: Logger,
) {
  const cases = new CaseStore(db);
  const runChecks = checksActivity(db, personal, world, logger);
  return {
    commit: (request) => cases.commit(request).catch((err: unknown) => giveUpOn(err, request, logger)),
    runChecks: (request) =>
      withPulse(runChecks(request)).catch((err: unknown) => {
        logger.error({ err, runId: request.runId }, 'the checks of a case failed');
        throw withoutWords(err);
      }),
  } satisfies Activities;
}

/** Everything that deliveries of webhooks may ask of the world. */
export const webhookActivities = (attempts: WebhookAttempts, logger: Logger) =>
  ({
    attemptWebhook: (request) =>
      attempts.attempt(request).catch((err: unknown) => {
        logger.error({ err, deliveryId: request.deliveryId }, 'a webhook could not be attempted');
        throw withoutWords(err);
      }),
  }) satisfies WebhookActivities;
