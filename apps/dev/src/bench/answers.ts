import { AUDIT } from '#domain';
import {
  createDataSource,
  Database,
  mintSealingKey,
  NOBODY,
  PersonalData,
  readKeyring,
  statement,
  writeFact,
} from '#persistence';
import { quantile } from '../demo/summary.js';
import type { Member } from '../play/parties.js';

const SELECT_1 = statement('bench-select-1', 'select 1');
const ROUNDS = 300;
const WARM_UP = 30;

/** Median milliseconds of each way to do it, measured in turns so that a busy moment hits all alike. */
export interface AnswerTimes {
  readonly select1: number;
  readonly inDatabase: number;
  readonly overHttp: number;
}

async function timed(work: () => Promise<unknown>, times: number[]): Promise<void> {
  const since = performance.now();
  await work();
  times.push(performance.now() - since);
}

/** The bare round trip to PostgreSQL, one answer through the same pool, and the same answer as people send it. */
export async function timeAnswers(
  databaseUrl: string,
  auditor: Member,
  qualificationId: string,
  [itemA = '', itemB = '']: readonly string[],
): Promise<AnswerTimes> {
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 4 }).initialize();
  const db = new Database(dataSource);
  const personal = new PersonalData(readKeyring(mintSealingKey('bench'))); // an answer holds nothing personal
  const content = { value: 'conform' };
  const path = `/v1/qualifications/${qualificationId}/audit/answers/${itemB}`;
  const fact = (expectedVersion: number) => ({
    ...{ qualificationId, paper: AUDIT, item: itemA, content, expectedVersion },
  });
  const [bare, direct, http]: [number[], number[], number[]] = [[], [], []];
  try {
    for (let round = 0; round < ROUNDS + WARM_UP; round++) {
      await timed(() => db.run(NOBODY, SELECT_1, []), bare);
      await timed(() => writeFact(db, personal, auditor, fact(round)), direct);
      await timed(() => auditor.api.put(path, content, round), http);
    }
  } finally {
    await dataSource.destroy();
  }
  const median = (times: number[]): number => quantile(times.slice(WARM_UP), 0.5);
  return { select1: median(bare), inDatabase: median(direct), overHttp: median(http) };
}
