import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIGURE_DIMENSIONS, FIGURE_IDS, figureOf, figureRows, publicFigures, type FigureId } from '#domain';
import {
  countFigure,
  countForEverybody,
  FIGURE_STATEMENTS,
  listFigureCases,
  statement,
  type CohortFilter,
  type FigureQuestion,
} from '#persistence';
import { enterProgramme } from './support/programme-cases.js';
import { ProgrammeWorld, type Entered } from './support/programme-world.js';

const NOW = '2026-06-01T03:00:00.000Z';

/** A programme of nine cases; what is expected of it was reckoned by hand. */
describe('the figures of the programme', () => {
  let world: ProgrammeWorld;
  let cases: Readonly<Record<string, Entered>>;
  beforeAll(async () => {
    world = await ProgrammeWorld.open();
    cases = await enterProgramme(world);
  });
  afterAll(() => world.close());

  const ask = async (figure: FigureId, filter: CohortFilter = {}, by?: FigureQuestion['by']) =>
    figureRows(figure, await countFigure(world.db, world.office, { figure, filter, by, now: NOW }));
  const valuesOf = async (figure: FigureId, key: string, filter: CohortFilter = {}) =>
    (await ask(figure, filter)).find((row) => row.key === key)?.values;

  it('count how many came to each stage and what became of them, of first applications', async () => {
    expect((await ask('funnel')).map(({ key, values }) => [key, ...Object.values(values)])).toEqual([
      // entered, passed, share, still in, withdrawn, rejected, lapsed, revoked
      ['application', 7, 6, 85.7, 0, 1, 0, 0, 0],
      ['assessment', 6, 4, 66.7, 1, 0, 1, 0, 0],
      ['pilot-order', 4, 3, 75, 1, 0, 0, 0, 0],
      ['approval', 3, 3, 100, 0, 0, 0, 0, 0],
      ['qualified', 3, null, null, 2, 0, 0, 0, 1],
    ]);
  });

  it('tell the working days to the first qualification, and whom they were spent on', async () => {
    const rows = await ask('time-to-qualification');
    // 14 days of the first, 3 of the second (three holidays and a weekend), 10 of the one that was revoked.
    expect(
      rows.map(({ key, values: { qualified, underWay, p50, p80, days } }) => [
        key,
        qualified,
        underWay,
        p50,
        p80,
        days,
      ]),
    ).toEqual([
      ['all', 3, 2, 10, 14, 27],
      ['supplier', 3, 2, 1, 2, 3],
      ['auditor', 3, 2, 0, 6, 6],
      ['office', 3, 2, 2, 5, 7],
      ['buyer', 3, 2, 0, 0, 0],
      ['checks', 3, 2, 0, 3, 3],
      ['not-recorded', 3, 2, 0, 10, 10],
    ]);
    expect(rows[1]?.values.daysShare).toBe(11.1);
    const known = await ask('time-to-qualification', { province: 'KH-5' });
    expect(known.map(({ key }) => key)).not.toContain('not-recorded');
  });

  it('tell which tasks were done in time, and how old those are that wait', async () => {
    expect((await ask('service-levels')).map(({ key, values }) => [key, ...Object.values(values)])).toEqual([
      // done, in time, share, open, overdue, half of them open for at most so many working days, eight in ten
      ['supplier', 1, 1, 100, 0, 0, null, null],
      ['auditor', 1, 1, 100, 1, 1, 5, 5],
      ['officer', 2, 1, 50, 1, 0, 1, 1],
    ]);
  });

  it('tell why cases fail, most frequent first, each kind for itself', async () => {
    expect((await ask('failure-reasons')).map(({ key, values }) => [key, ...Object.values(values)])).toEqual([
      ['finding:HS-03', 3, 75, 75],
      ['finding:SL-05', 1, 25, 100],
      ['rejection:grade', 1, 100, 100],
      ['revocation:fraud', 1, 100, 100],
      ['withdrawal:cost', 1, 100, 100],
    ]);
  });

  it('tell which corrective actions were closed in time, by the last time they were handed in', async () => {
    expect(
      (await ask('corrective-actions')).map(({ key, values }) => [key, ...Object.values(values)]),
    ).toEqual([
      // closed, in time, share, days of half of them, open, overdue
      ['HS', 2, 1, 50, 14, 0, 0],
      ['SL', 0, 0, null, null, 1, 0],
      ['pilot', 0, 0, null, null, 1, 1],
    ]);
  });

  it('tell who is qualified today, whose renewal counts in place of the old term', async () => {
    expect((await ask('qualified-base')).map(({ key, values }) => [key, ...Object.values(values)])).toEqual([
      // valid, share, conditional, ends within 90 days: 29 August is the 89th
      ['A', 1, 50, 0, 0],
      ['B', 1, 50, 1, 1],
    ]);
    const later = figureRows(
      'qualified-base',
      await countFigure(world.db, world.office, {
        figure: 'qualified-base',
        filter: {},
        now: '2026-05-30T03:00:00.000Z',
      }),
    );
    expect(later.map(({ values }) => values.expiring)).toEqual([0, 0]);
  });

  it('show every province', async () => {
    const rows = await ask('province-map');
    expect(rows).toHaveLength(25);
    const some = rows.filter(({ values }) => Object.values(values).some((n) => n !== 0));
    expect(some.map(({ key, values }) => [key, ...Object.values(values)])).toEqual([
      // applied, under way, valid
      ['KH-5', 2, 1, 1],
      ['KH-8', 2, 0, 0],
      ['KH-12', 3, 1, 1],
    ]);
  });

  it('tell what approvals there are, and who never had an order', async () => {
    expect(await valuesOf('approvals', 'all')).toEqual({
      ...{ valid: 2, approvals: 3, perCase: 1.5, withoutApproval: 0, withoutOrder: 1, withoutOrderShare: 50 },
    });
  });

  it('tell who takes part, of those who said so', async () => {
    expect((await ask('inclusion')).map(({ key, values }) => [key, ...Object.values(values)])).toEqual([
      // applied, of, share, qualified, of, share
      ['women-owned', 3, 5, 60, 2, 3, 66.7],
      ['outside-capital', 2, 7, 28.6, 1, 3, 33.3],
      ['micro', 2, 5, 40, 1, 3, 33.3],
    ]);
  });

  it('estimate what stays in the country: only of deliveries after the buyer had said what it wants, less what is imported', async () => {
    expect(await valuesOf('local-value', 'all')).toEqual({
      ...{ accepted: 3, unpriced: 1, valueUsd: 1100, replacing: 2, replacingUsd: 1000 },
      // A quarter of the price of a label is yarn from China.
      ...{ contentUnknownUsd: 0, substitutionUsd: 750 },
    });
    await world.rows(`delete from fact where item = 'cost-sheets'`);
    expect(await valuesOf('local-value', 'all')).toMatchObject({
      contentUnknownUsd: 1000,
      substitutionUsd: 0,
    });
    await world.rows(`update demand set hs_lines = '{5808}'`);
    expect(await valuesOf('local-value', 'all')).toMatchObject({
      valueUsd: 1100,
      replacing: 0,
      replacingUsd: 0,
    });
  });

  it('count workers then and now, a site once', async () => {
    expect(await valuesOf('jobs', 'all')).toEqual({
      ...{ sites: 2, counted: 2, workersThen: 68, workersNow: 70, womenNow: 35, womenShare: 50 },
      ...{ wagesJudged: 2, wagesMet: 1, wagesMetShare: 50 },
    });
  });

  it.each([
    [{ province: 'KH-5' }, 2],
    [{ category: 'LEATHER' }, 2],
    [{ size: 'micro' }, 2],
    [{ womenOwned: true }, 3],
    [{ womenOwned: false }, 2],
    [{ from: '2026-03-31T17:00:00.000Z', until: '2026-04-30T17:00:00.000Z' }, 4],
    [{ from: '2026-04-30T17:00:00.000Z' }, 1],
    [{ province: 'KH-5', category: 'LEATHER' }, 1],
    [{ province: 'KH-24' }, undefined],
  ])('are narrowed down by %j', async (filter, applied) => {
    expect((await valuesOf('funnel', 'application', filter))?.entered).toBe(applied);
  });

  it.each([
    ['province', { 'KH-12': 3, 'KH-5': 2, 'KH-8': 2 }],
    ['category', { LEATHER: 2, TRIMS: 5 }],
    ['size', { large: 1, medium: 1, micro: 2, small: 1, unknown: 2 }],
    ['women-owned', { false: 2, true: 3, unknown: 2 }],
    ['cohort', { '2026-03': 2, '2026-04': 4, '2026-05': 1 }],
  ] as const)('are split by %s', async (by, wanted) => {
    const rows = (await ask('funnel', {}, by)).filter(({ key }) => key === 'application');
    expect(Object.fromEntries(rows.map((row) => [row.by, row.count]))).toEqual(wanted);
  });

  it('have as many cases behind every number of cases as it says, whatever it is split by', async () => {
    const wrong: unknown[] = [];
    let looked = 0;
    for (const figure of FIGURE_IDS)
      for (const by of [undefined, ...FIGURE_DIMENSIONS])
        for (const row of await ask(figure, {}, by)) {
          for (const { id: measure, unit, counts } of figureOf(figure).measures) {
            if (!counts || unit !== 'cases') continue;
            const question = { figure, filter: {}, by, now: NOW, key: row.key, measure, group: by && row.by };
            const listed = await listFigureCases(world.db, world.office, question, { limit: 100 });
            looked += 1;
            if (
              listed.length !== row.values[measure] &&
              !(row.values[measure] === null && listed.length === 0)
            )
              wrong.push({ ...row, measure, listed: listed.length });
          }
        }
    expect(looked).toBeGreaterThan(400);
    expect(wrong).toEqual([]);
  });

  it('list cases newest first, page by page, with the days of each', async () => {
    const question = {
      figure: 'time-to-qualification',
      filter: {},
      now: NOW,
      key: 'office',
      measure: 'qualified',
    } as const;
    const first = await listFigureCases(world.db, world.office, question, { limit: 2 });
    const rest = await listFigureCases(world.db, world.office, question, {
      limit: 2,
      before: first[1]?.caseNumber,
    });
    expect([...first, ...rest].map(({ id, value }) => [id, value])).toEqual([
      [cases.revoked?.id, 0],
      [cases.second?.id, 2],
      [cases.first?.id, 5],
    ]);
  });

  it('are read of nobody else’s cases by whoever is not the office', async () => {
    const supplier = { personId: randomUUID(), organisationId: randomUUID() };
    await world.organisation(supplier.organisationId, 'supplier', 'A stranger');
    for (const figure of FIGURE_IDS)
      expect(await countFigure(world.db, supplier, { figure, filter: {}, now: NOW })).toEqual([]);
  });

  it('are made of the same numbers for everybody, before small groups are taken out', async () => {
    const cells = await countForEverybody(world.db);
    const shown = async (figure: FigureId, name: (key: string) => string, measure: string) =>
      Object.fromEntries((await ask(figure)).map(({ key, values }) => [name(key), values[measure]]));
    const nothing = (found: Record<string, unknown>) => Object.entries(found).filter(([, n]) => n !== 0);
    const expected = {
      ...(await shown('funnel', (key) => `entered:${key}`, 'entered')),
      ...(await shown('funnel', (key) => `open:${key}`, 'stillIn')),
      ...(await shown('funnel', (key) => `rejected:${key}`, 'rejected')),
      ...(await shown('province-map', (key) => `applied:${key}`, 'applied')),
      ...(await shown('province-map', (key) => `valid:${key}`, 'valid')),
      ...(await shown('qualified-base', (key) => `grade:${key}`, 'valid')),
      ...(await shown('inclusion', (key) => `applied:${key}:true`, 'applied')),
      ...(await shown('inclusion', (key) => `qualified:${key}:true`, 'qualified')),
      ...{ 'time:p50': 10, 'time:p80': 14 },
    };
    for (const [cell, n] of nothing(expected)) expect({ cell, n: cells[cell] }).toEqual({ cell, n });
    // Only of audits whose result a reviewer has signed.
    expect(Object.entries(cells).filter(([cell]) => cell.startsWith('finding:'))).toEqual([
      ['finding:HS-03', 2],
    ]);
    const funnel = publicFigures(cells).find(({ figure }) => figure === 'funnel');
    expect(funnel?.rows[0]?.values).toMatchObject({ entered: 7, withdrawn: null });
  });

  it.each([
    ['funnel', 'programme_case_by_submission'],
    ['time-to-qualification', 'case_wait_pkey'],
    ['service-levels', 'ended_task_pkey'],
    ['corrective-actions', 'outbox_event_of_corrections'],
    ['local-value', 'fact_of_deliveries'],
    ['qualified-base', 'programme_case_by_previous'],
    ['jobs', 'programme_case_by_site'],
  ] as const)('read %s of one month along %s', async (figure, index) => {
    const month = ['2026-03-31T17:00:00.000Z', '2026-04-30T17:00:00.000Z'];
    const plan = await world.db.transaction(world.office, async (tx) => {
      for (const way of ['seqscan', 'hashjoin', 'mergejoin'])
        await tx.run(statement(`no-${way}`, `set local enable_${way} = off`), []);
      const explained = statement(`plan-${figure}`, `explain ${FIGURE_STATEMENTS[figure].text}`);
      return tx.run<Record<string, string>>(explained, [null, null, null, null, ...month, null, NOW]);
    });
    expect(plan.flatMap(Object.values).join('\n')).toMatch(new RegExp(`\\b${index}\\b`));
  });
});
