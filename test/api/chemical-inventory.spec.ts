import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMPLIANCE_CHECKS, DEFAULT_SCHEME_CONTENT, type CheckKind, type Person } from '#domain';
import { openDatabase, statement } from '#persistence';
import { examined, sendDocument } from '../../apps/dev/src/play/documents.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { publishScheme } from '../../apps/dev/src/play/schemes.js';
import { enterSupplier, fillIn, type Applicant } from '../../apps/dev/src/play/supplier.js';
import { until, type ApiClient, type Case } from '../../apps/dev/src/play/api-client.js';
import { sheetOf } from '../support/good-files.js';
import { JSON_TYPE, problemFaults, raw, type Raw } from '../support/raw.js';
import { someFirm } from '../support/story.js';
import { refusal, testStack, World } from '../support/world.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CHECKS: readonly CheckKind[] = [...COMPLIANCE_CHECKS, 'chemicals', 'origin', 'wages'];
const HEADER = 'product;supplier;cas;percent;kg_month;sds_date\r\n';
const GOOD = `\ufeff${HEADER}Softener;Kampot Chem;7732-18-5;80,5;25;31/01/2026\r\nDetergent;;9016-45-9;5-10 %;3,5;2026-01-31\r\n`;
const SHEET = {
  ...{ product: 'tee', hs: '6109.10', fobUsd: 4, labourUsd: 1.2, overheadUsd: 0.4, profitUsd: 0.25 },
  ...{ processes: ['cutting', 'making-up'], claims: ['EU_EBA', 'RCEP'] },
  materials: [
    { material: 'fabric', hs: '6006.22', country: 'CN', valueUsd: 2.1 },
    { material: 'label', hs: '5807', country: 'KH', valueUsd: 0.05 },
  ],
};

describe('what a supplier uses, what it costs and what it pays', () => {
  let world: World;
  let applicant: Applicant;
  let supplier: ApiClient;
  let id: string;
  let path: string;
  beforeAll(async () => {
    world = await World.open();
    const { office, officer } = world.parties;
    const content = { ...DEFAULT_SCHEME_CONTENT, complianceChecks: { YARN_FABRIC: CHECKS } };
    const schemeVersionId = await publishScheme(office.api, officer.api, content);
    applicant = await enterSupplier(world.parties, someFirm({ category: 'YARN_FABRIC' }));
    supplier = applicant.member.api;
    id = await supplier.open({
      ...{ supplierId: applicant.supplierId, siteId: applicant.siteId, category: 'YARN_FABRIC' },
      ...{ schemeVersionId, profile: 'core', endMarkets: ['EU'] },
    });
    path = `/v1/qualifications/${id}`;
  });
  afterAll(() => world.close());

  const send = async (name: string, type: string, bytes: Buffer, token = applicant.member.token) => {
    const sent = await sendDocument({ baseUrl: world.parties.baseUrl, token }, { name, type, bytes });
    return examined(world.parties.officer.api, sent);
  };
  const csv = (text: string) => send('inventory.csv', 'text/csv', Buffer.from(text));
  const take = (documentId: string, version = 0, token = applicant.member.token): Promise<Raw> =>
    raw('PUT', `${path}/chemical-inventory`, {
      ...{ token, body: JSON.stringify({ documentId }) },
      headers: { ...JSON_TYPE, ...(version > 0 ? { 'if-match': `"${version}"` } : { 'if-none-match': '*' }) },
    });
  const chemicals = async () => {
    const { items } = await supplier.get<{ items: { item: string; content: unknown; version: number }[] }>(
      `${path}/sections`,
    );
    return items.find(({ item }) => item === 'chemicals');
  };

  it('begins with a template that is itself taken', async () => {
    const answer = await raw('GET', '/v1/chemical-inventory/template.csv', { token: applicant.member.token });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.text).toContain('product,supplier,cas,percent,kg_month,sds_date,use\r\n');
    expect((await raw('GET', '/v1/chemical-inventory/template.csv')).status).toBe(401);
    const { id: document } = await csv(answer.text);
    expect((await take(document)).body).toEqual({ item: 'chemicals', version: 1, rows: 1 });
  });

  it('is taken from CSV with decimal commas and from a workbook, under the version that was read', async () => {
    const table = await csv(GOOD);
    expect((await take(table.id)).status).toBe(412);
    expect((await take(table.id, 1)).body).toEqual({ item: 'chemicals', version: 2, rows: 2 });
    const rows = [
      {
        ...{ product: 'Softener', supplier: 'Kampot Chem', cas: '7732-18-5' },
        ...{ percent: 80.5, kgMonth: 25, sdsDate: '2026-01-31' },
      },
      { product: 'Detergent', cas: '9016-45-9', percent: 10, kgMonth: 3.5, sdsDate: '2026-01-31' },
    ];
    expect(await chemicals()).toMatchObject({ version: 2, content: { rows, documentId: table.id } });
    const workbook = sheetOf([
      ['ផលិតផល', 'supplier', 'CAS', '%', 'kg_month', 'sds_date'],
      ['=1+1', 'Kampot Chem', '7732-18-5', 80, 25, new Date('2026-01-31T00:00:00Z')],
    ]);
    const { id: sheet } = await send('inventory.xlsx', XLSX, workbook);
    expect((await take(sheet, 2)).body).toMatchObject({ version: 3, rows: 1 });
    expect(await chemicals()).toMatchObject({ content: { rows: [{ product: '=1+1', percent: 80 }] } });
    expect((await take(table.id, 3)).body).toMatchObject({ version: 4 });
  });

  it('is refused row by row, and then nothing of it is taken', async () => {
    const { id: document } = await csv(
      `${HEADER}A;;7732-18-4;1;1;\r\nB;;7732-18-5;1;1;\r\n;;;101;1,234;31/02/2026\r\n`,
    );
    const answer = await take(document, 4);
    expect(answer.status).toBe(422);
    expect(problemFaults(answer)).toEqual([]);
    const errors = answer.body['errors'] as readonly Record<string, string>[];
    expect(errors.map(({ pointer, code, in: where }) => [pointer, code, where])).toEqual([
      ['#/rows/2/cas', 'cas-check-digit', 'document'],
      ['#/rows/4/product', 'missing', 'document'],
      ['#/rows/4/percent', 'number-out-of-range', 'document'],
      ['#/rows/4/kg_month', 'number-has-two-readings', 'document'],
      ['#/rows/4/sds_date', 'date-unreal', 'document'],
    ]);
    expect(errors.every(({ detail }) => detail !== '' && detail !== 'This cannot be taken.')).toBe(true);
    expect(await chemicals()).toMatchObject({ version: 4 });
  });

  it('is not taken from what is no table, from others, or by others', async () => {
    const { mill, officer, auditor } = world.parties;
    const pointer = async (document: string) => {
      const { status, body } = await take(document, 4);
      return [status, (body['errors'] as { code: string }[] | undefined)?.[0]?.code];
    };
    const { id: foreign } = await send('inventory.csv', 'text/csv', Buffer.from(GOOD), officer.token);
    expect((await take(foreign, 4)).status).toBe(404);
    expect((await take(foreign, 4, officer.token)).status).toBe(422);
    const { id: broken } = await send('empty.xlsx', XLSX, sheetOf([]));
    expect(await pointer(broken)).toEqual([422, 'header-missing']);
    const wide = Buffer.from(
      `${HEADER}${'A;;;1;1;;a long remark that nobody will ever read\r\n'.repeat(25_000)}`,
    );
    expect(await pointer((await send('large.csv', 'text/csv', wide)).id)).toEqual([422, 'too-large']);
    const { id: table } = await csv(GOOD);
    for (const { token } of [mill.requester, auditor]) expect((await take(table, 4, token)).status).toBe(404);
    expect((await take(table, 4, officer.token)).status).toBe(200);
    expect(await chemicals()).toMatchObject({ version: 5 });
  });

  it('is checked in the case, with what it was judged by', async () => {
    const { parties } = world;
    await fillIn(applicant, id);
    await supplier.put(`${path}/sections/profile`, { ...(await profile()), isic: ['1410'] }, 2);
    await supplier.put(`${path}/sections/cost-sheets`, { sheets: [SHEET] });
    const payroll = { month: '2026-01', currency: 'KHR', khrPerUsd: 4000, lowestBasicWage: 836_000 };
    await supplier.put(`${path}/sections/payroll`, payroll);
    await supplier.ask(id, { type: 'submit-application' });
    await roles.accept(parties, id);
    type Check = {
      kind: string;
      verdict: string;
      lastRun: { explanation: { code: string }[]; dataSource: string };
    };
    const list = () => supplier.get<{ items: Check[] }>(`${path}/compliance-checks`);
    const { items } = await until(
      list,
      ({ items: all }) => all.length === 9 && all.every(({ verdict }) => verdict !== 'PENDING'),
    );
    const of = (kind: string) => items.find((one) => one.kind === kind);
    expect(of('chemicals')).toMatchObject({
      verdict: 'FAIL',
      lastRun: {
        dataSource: 'restricted-substances',
        explanation: [
          {},
          { code: 'substance-above-limit', params: { row: 2, cas: '9016-45-9', mgKg: 100_000 } },
        ],
      },
    });
    expect(of('origin')).toMatchObject({ verdict: 'PASS', lastRun: { sourceVersion: '2026-11-25' } });
    expect(of('wages')).toMatchObject({
      verdict: 'FAIL',
      lastRun: { explanation: [{ code: 'wage-below-minimum', params: { usd: 209, minimumUsd: 210 } }] },
    });
  });

  it('is checked again by the wages that the auditor saw, who alone writes them, once that is told', async () => {
    const { auditor, otherAuditor, officer, reviewer } = world.parties;
    await roles.goOnSite(world.parties, applicant, id);
    const sample = { month: '2026-01', currency: 'USD', lowestBasicWage: 210, workersSampled: 12 };
    const at = `${path}/audit/payroll-sample`;
    expect(await refusal(supplier.put(at, sample))).toMatchObject({ status: 403 });
    expect(await refusal(otherAuditor.api.put(at, sample))).toMatchObject({ status: 404 });
    expect(await refusal(auditor.api.put(at, { ...sample, currency: 'KHR' }))).toMatchObject({ status: 422 });
    expect(await auditor.api.put(at, sample)).toBe(1);
    expect(await officer.api.get(at)).toMatchObject({ items: [{ version: 1, content: sample }] });
    expect(await refusal(supplier.get(at))).toMatchObject({ status: 403 });
    // A new verdict would tell the supplier what the auditor saw before its assessment is told.
    expect(await wagesAgain()).toBe('FAIL');
    await roles.answerAll(world.parties, id, { 'HS-03': 'nonconform' });
    await auditor.api.ask(id, { type: 'submit-audit' });
    const { checks } = await officer.api.case(id);
    for (const check of CHECKS.filter((kind) => !['PASS', 'WARN'].includes(checks[kind]?.verdict ?? '')))
      await officer.api.ask(id, { type: 'resolve-check', check, verdict: 'PASS', note: 'Seen on papers.' });
    await roles.reaches(world.parties, id, 'review');
    expect(await stale()).not.toContain('wages');
    await reviewer.api.ask(id, { type: 'require-corrective-actions' });
    expect(await stale()).toContain('wages');
    expect(await wagesAgain()).toBe('PASS');
  });

  async function wagesAgain(): Promise<string | undefined> {
    const { api } = world.parties.officer;
    await api.ask(id, { type: 'rerun-check', check: 'wages' });
    const ready = ({ checks }: Case): boolean => checks['wages']?.verdict !== 'PENDING';
    return (await until(() => api.case(id), ready)).checks['wages']?.verdict;
  }
  /** Checks that the next round would ask for again. */
  async function stale(): Promise<readonly string[]> {
    const rows = await world.rows<{ kinds: string[] }>(
      `select kinds from stale_checks(now() - interval '5 minutes', '', 0, '{"wages": ["payroll-sample"]}', 100000)
        where qualification_id = $1`,
      [id],
    );
    return rows.flatMap(({ kinds }) => kinds);
  }

  it('shows what it is paid to and what its goods cost it to no auditor', async () => {
    const { auditor, officer } = world.parties;
    type List = { items: { item: string }[] };
    const seenBy = async (api: ApiClient) =>
      (await api.get<List>(`${path}/sections`)).items.map(({ item }) => item);
    expect(await seenBy(officer.api)).toContain('cost-sheets');
    const toAuditor = await seenBy(auditor.api);
    expect(toAuditor).toContain('payroll');
    expect(toAuditor).not.toContain('cost-sheets');
    const db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    const facts = statement('facts-seen', 'select item from fact where qualification_id = $1');
    const { personId, organisationId } = auditor;
    const actor = { kind: 'person', personId, organisationId, organisationKind: 'audit-firm' } as Person;
    const rows = await db.run<{ item: string }>(actor, facts, [id]);
    await db.close();
    expect(rows.map(({ item }) => item)).toContain('payroll');
    expect(rows.map(({ item }) => item)).not.toContain('cost-sheets');
  });

  it('tells the origin of its goods on a day to those who may read its costs', async () => {
    const { mill, brand, auditor, officer } = world.parties;
    type Answer = {
      products: { programmes: { programme: string; origin: string }[]; graduation: unknown }[];
    };
    const eu = async (api: ApiClient, date: string) => {
      const { products } = await api.get<Answer>(`${path}/origin?date=${date}`);
      return products[0]?.programmes.find(({ programme }) => programme === 'EU_EBA')?.origin;
    };
    expect(await eu(supplier, '2026-11-25')).toBe('yes');
    expect(await eu(officer.api, '2032-12-19')).toBe('no');
    expect(await supplier.get<Answer>(`${path}/origin`)).toMatchObject({
      products: [{ product: 'tee', localValue: { usd: 1.9, percent: 47.5 } }],
    });
    const sections = ['profile', 'cost-sheets'] as const;
    await supplier.ask(id, { type: 'grant-consent', buyerId: mill.organisationId, sections: [...sections] });
    await supplier.ask(id, { type: 'grant-consent', buyerId: brand.organisationId });
    expect(await eu(mill.requester.api, '2026-11-25')).toBe('yes');
    expect(await refusal(eu(brand.requester.api, '2026-11-25'))).toMatchObject({ status: 403 });
    expect(await refusal(eu(auditor.api, '2026-11-25'))).toMatchObject({ status: 403 });
    expect(await refusal(eu(supplier, 'yesterday'))).toMatchObject({ status: 422 });
  });

  async function profile(): Promise<Record<string, unknown>> {
    type List = { items: { item: string; content: Record<string, unknown> }[] };
    const { items } = await supplier.get<List>(`${path}/sections`);
    return items.find(({ item }) => item === 'profile')?.content ?? {};
  }
});
