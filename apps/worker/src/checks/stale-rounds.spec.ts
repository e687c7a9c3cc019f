import { describe, expect, it } from '@jest/globals';
import type { Database, StaleChecks } from '#persistence';
import type { Logger, Sent, TemporalGateway } from '#platform';
import { StaleRounds } from './stale-rounds.js';

const BAD = '018f3b7a-0000-7000-8000-00000000000b';
const GOOD = '018f3b7a-0000-7000-8000-00000000000a';
const entry = (qualificationId: string, at: string): StaleChecks => ({
  ...{ at, id: '1', qualificationId, kinds: ['vat-tin'] },
});

/** Rounds over these entries; each case answers what `answer` says of it. */
function rounds(entries: readonly StaleChecks[], answer: (qualificationId: string) => Sent<unknown>['kind']) {
  const asked: string[] = [];
  const db = {
    run: (_actor: unknown, _sql: unknown, [at]: [string]) =>
      Promise.resolve(entries.filter((one) => one.at > at)),
  } as unknown as Database;
  const temporal = {
    send: ({ workflowId }: { workflowId: string }) => {
      const qualificationId = [BAD, GOOD].find((id) => workflowId.includes(id)) ?? '';
      asked.push(qualificationId);
      const kind = answer(qualificationId);
      return kind === 'answered' ? Promise.resolve({ kind, value: {} }) : Promise.resolve({ kind });
    },
  } as unknown as TemporalGateway;
  const logger = { info: () => undefined, error: () => undefined } as unknown as Logger;
  return { asked, stale: new StaleRounds(db, temporal, logger) };
}
const later = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
const ENTRIES = [entry(BAD, later(1)), entry(GOOD, later(2))];

describe('asking for checks again', () => {
  it('lets no case hold up the others, and asks one that failed no more', async () => {
    const { asked, stale } = rounds(ENTRIES, (id) => (id === BAD ? 'failed' : 'answered'));
    await stale.work();
    await stale.work();
    expect(asked).toEqual([BAD, GOOD]);
  });

  it('comes back in the next round to a case that did not answer', async () => {
    const kinds: Sent<unknown>['kind'][] = ['pending', 'unreachable', 'answered'];
    const { asked, stale } = rounds(ENTRIES, (id) => (id === BAD ? (kinds.shift() ?? 'failed') : 'answered'));
    for (let round = 0; round < 4; round += 1) await stale.work();
    expect(asked).toEqual([BAD, GOOD, BAD, BAD]);
  });
});
