import { CaseStore, type Database } from '#persistence';
import type { Logger } from '#platform';
import type { Activities } from '#workflows';
import type { Screening } from '../checks/screening.js';
import { checksActivity } from './checks.activities.js';

/** Everything the workflows may ask of the world. A missing activity does not compile. */
export function createActivities(db: Database, screening: Screening, logger: Logger) {
  const cases = new CaseStore(db);
  return {
    commit: (request) => cases.commit(request),
    runChecks: checksActivity(db, screening, logger),
  } satisfies Activities;
}
