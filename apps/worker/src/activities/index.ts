import { ApplicationFailure } from '@temporalio/activity';
import { BrokenRule, CaseStore, type CommitRequest, type Database } from '#persistence';
import type { Logger } from '#platform';
import type { Activities } from '#workflows';
import type { Screening } from '../checks/screening.js';
import { checksActivity } from './checks.activities.js';

/**
 * A person's command that breaks a rule fails at once and is told so. What the case itself has to do (its clock, its
 * checks) is tried until a mended worker comes.
 */
function giveUpOn(err: unknown, { by, commandId }: CommitRequest, logger: Logger): never {
  logger.error({ err, commandId }, 'a commit failed');
  if (err instanceof BrokenRule && by) throw ApplicationFailure.nonRetryable('a rule threw', 'Invariant');
  throw err;
}

/** Everything the workflows may ask of the world. A missing activity does not compile. */
export function createActivities(db: Database, screening: Screening, logger: Logger) {
  const cases = new CaseStore(db);
  return {
    commit: (request) => cases.commit(request).catch((err: unknown) => giveUpOn(err, request, logger)),
    runChecks: checksActivity(db, screening, logger),
  } satisfies Activities;
}
