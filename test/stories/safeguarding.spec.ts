import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, statement, type Database } from '#persistence';
import { until, type Case } from '../../apps/dev/src/play/api-client.js';
import type { Member } from '../../apps/dev/src/play/parties.js';
import { sendDocument } from '../../apps/dev/src/play/documents.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { startApart } from '../support/apart.js';
import { answersAbout, readsOfACase } from '../support/alike.js';
import { everyItem } from '../support/pages.js';
import { raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { somePdf } from '../support/uploads.js';
import { refusal, testStack, World } from '../support/world.js';

/** Every check has spoken: from here on the journal goes on in one order. */
const checked = ({ checks }: Case): boolean =>
  Object.keys(checks).length > 6 && Object.values(checks).every(({ verdict }) => verdict !== 'PENDING');

/** A paper of the auditor's that is linked to what was answered about children. */
async function paperAboutChild({ parties }: World, { id }: Story): Promise<string> {
  const sender = { baseUrl: testStack().apiUrl, token: parties.auditor.token };
  const file = { name: 'birth-certificate.pdf', type: 'application/pdf', bytes: somePdf() };
  return sendDocument(sender, file, { qualificationId: id, target: 'answer', item: 'SL-01' });
}

/** Everybody who looks at one of two cases in a test looks at both: supplier and buyers are told who read what. */
async function everybodyLooks({ parties }: World, stories: readonly Story[]): Promise<void> {
  const { officer, reviewer, auditor } = parties;
  for (const { id, path } of stories) {
    for (const { api } of [officer, reviewer, auditor]) await api.case(id);
    for (const part of ['/journal', '/accesses']) await officer.api.get(path + part);
  }
}

/** Two cases that differ in one thing: in the first one a child was found. */
describe('a child found at work', () => {
  let world: World;
  let found: Story;
  let plain: Story;
  /** In the first case only. */
  let paper: string;
  let reads: Awaited<ReturnType<typeof readsOfACase>>;
  const both = (play: (story: Story) => Promise<unknown>) => Promise.all([found, plain].map(play));

  beforeAll(async () => {
    world = await World.open();
    reads = await readsOfACase();
    [found, plain] = [await Story.open(world), await Story.open(world)];
    const { mill } = world.parties;
    await both(async (story) => {
      await story.accept();
      await story.until(checked);
      await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: mill.organisationId });
      await roles.goOnSite(world.parties, story.applicant, story.id);
      if (story === found) paper = await paperAboutChild(world, story);
      await roles.answerAll(world.parties, story.id, {
        'CD-01': 'nonconform',
        ...(story === found && { 'SL-01': 'nonconform' }),
      });
      await world.parties.auditor.api.ask(story.id, { type: 'submit-audit' });
      await story.reaches('review');
    });
    await everybodyLooks(world, [found, plain]);
  });
  afterAll(() => world?.close());

  const commandOf = async ({ id, applicant }: Story): Promise<string> => {
    const [row] = await world.rows<{ id: string }>(
      `select id from command where qualification_id = $1 and organisation_id = $2 and type = 'submit-application'`,
      [id, applicant.supplierId],
    );
    return row?.id ?? '';
  };
  const seenBy = async (story: Story, reader: Member) =>
    answersAbout(story, reader, reads, await commandOf(story));

  async function looksAlike(): Promise<void> {
    const asSupplier = await seenBy(found, found.applicant.member);
    expect(Object.keys(asSupplier).length).toBeGreaterThan(20);
    expect(asSupplier['getQualification']).toMatch(/^200 /);
    expect(asSupplier).toEqual(await seenBy(plain, plain.applicant.member));
    for (const buyer of [world.parties.mill.requester, world.parties.mill.approver]) {
      // Of buyers' own duties in other cases there may be any.
      const [asBuyer, ofPlain] = [await seenBy(found, buyer), await seenBy(plain, buyer)].map((seen) => ({
        ...seen,
        listTasks: '',
        countTasks: '',
      }));
      expect(asBuyer).toEqual(ofPlain);
    }
  }

  /** That somebody reads or writes what concerns children tells that there is something to read. */
  it('has no check run again, nor counted, for a document that tells of it', async () => {
    const stale = `select id from stale_checks(now() - interval '1 hour', '', 0, '{"location": ["documents"]}', 1000)
      where qualification_id = $1 and 'location' = any(kinds)`;
    expect(await world.rows(stale, [found.id])).toEqual([]);
    const links = `select id from document_link where qualification_id = $1`;
    expect(await world.rows(links, [found.id])).toHaveLength(1);
  });

  it('is in no access that the supplier is told of', async () => {
    const operations = async ({ api }: Member): Promise<string[]> =>
      (await api.get<{ items: { operation: string }[] }>(`${found.path}/accesses?limit=100`)).items.map(
        ({ operation }) => operation,
      );
    await world.parties.officer.api.get(`${found.path}/safeguarding-notes`);
    expect(await operations(world.parties.officer)).toContain('listSafeguardingNotes');
    expect(await operations(found.applicant.member)).not.toContain('listSafeguardingNotes');
    expect(await operations(found.applicant.member)).toContain('getQualification');
  });

  /** The checklist asks every supplier about children, and so does the plan of an audit; everything else tells of this one. */
  async function toldTo(reader: Member): Promise<string> {
    return JSON.stringify({ ...(await seenBy(found, reader)), getAudit: '', getAuditPlan: '' });
  }

  it('shows in nothing that supplier and buyers are answered', async () => {
    expect(reads.length).toBeGreaterThan(15);
    await looksAlike();
  });

  it('shows in no document, however often others look at what proves it', async () => {
    const { officer, reviewer, auditor, mill } = world.parties;
    const path = `/v1/documents/${paper}`;
    await until(
      () => officer.api.get<{ status: string }>(path),
      ({ status }) => status === 'available',
    );
    for (const { token } of [officer, reviewer])
      for (const part of ['', '/content', '/original'])
        expect((await raw('GET', path + part, { token })).status).toBe(200);
    await raw('GET', `${path}/findings`, { token: officer.token });
    for (const part of ['', '/content']) await raw('GET', path + part, { token: auditor.token });
    for (const { api } of [found.applicant.member, mill.requester, mill.approver])
      for (const part of ['', '/content', '/original', '/findings'])
        expect(await refusal(api.get(path + part))).toMatchObject({ status: 404 });
    const { items } = await officer.api.get<{ items: { item: string; operation: string }[] }>(
      `${found.path}/accesses?limit=200`,
    );
    expect(new Set(items.flatMap(({ item, operation }) => (item === paper ? [operation] : [])))).toEqual(
      new Set(['getDocument', 'getDocumentContent', 'getOriginalDocument', 'listDocumentFindings']),
    );
    await looksAlike();
  });

  it('is the office’s to make safe within 24 hours, and known to the auditor who found it', async () => {
    const { officer, reviewer, auditor } = world.parties;
    const seen = await officer.api.case(found.id);
    expect(seen.safeguarding).toMatchObject({ phase: 'unsafe' });
    expect(seen.ballHolders).toMatchObject([{ what: 'mark-child-safe', role: 'officer' }]);
    const [duty] = seen.ballHolders;
    expect(Date.parse(duty?.dueAt ?? '') - Date.parse(seen.safeguarding?.since ?? '')).toBe(24 * 3_600_000);
    expect(JSON.stringify((await auditor.api.case(found.id)).audit)).toContain('SL-01');
    expect((await auditor.api.case(found.id)).ballHolders).toEqual([]);
    type Duty = { qualificationId: string; what: string };
    const duties = await everyItem<Duty>(officer.api, '/v1/tasks?limit=200');
    expect(duties.filter((t) => t.qualificationId === found.id).map((t) => t.what)).toEqual([
      'mark-child-safe',
    ]);
    for (const type of ['pass-review', 'require-corrective-actions'] as const)
      expect(await refusal(reviewer.api.ask(found.id, { type }))).toMatchObject({ code: 'child-not-safe' });
    const confirm = { type: 'confirm-zero-tolerance', itemId: 'SL-01' } as const;
    expect(await refusal(reviewer.api.ask(found.id, confirm))).toMatchObject({
      status: 409,
      code: 'child-not-safe',
    });
  });

  it('shows no more when the office is reminded of it and works on it: other cases have sealed entries too', async () => {
    await world.pass(found.id, { hours: 49 });
    await world.pass(plain.id, { hours: 49 });
    const { reviewer } = world.parties;
    const task = (await reviewer.api.case(plain.id)).ballHolders[0]?.task ?? '';
    await reviewer.api.ask(plain.id, { type: 'claim-task', task });
    await reviewer.api.ask(plain.id, { type: 'release-task', task });
    expect((await found.events('escalated')).map(({ params }) => params['deadline'])).toEqual([
      'safeguarding',
      'safeguarding',
    ]);
    await looksAlike();
  });

  it('is in no row that the database shows to the supplier', async () => {
    const { personId, organisationId } = found.applicant.member;
    const db: Database = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    const all = (name: string, sql: string) =>
      db.run({ personId, organisationId }, statement(name, sql), [found.id]);
    try {
      const rows = [
        await all('told-journal', 'select payload as text from journal_entry where qualification_id = $1'),
        await all('told-tasks', 'select to_jsonb(t)::text as text from task t where qualification_id = $1'),
        await all(
          'told-events',
          'select to_jsonb(t)::text as text from outbox_event t where qualification_id = $1',
        ),
        await all('told-documents', 'select file_name as text from document where qualification_id = $1'),
        await all('told-links', 'select item as text from document_link where qualification_id = $1'),
        await all(
          'told-readings',
          `select operation || item as text from access_log where qualification_id = $1 and item <> ''`,
        ),
        await all('told-notes', 'select sealed as text from safeguarding_note where qualification_id = $1'),
      ];
      expect(rows.map((list) => list.length > 0)).toEqual([true, ...Array<boolean>(6).fill(false)]);
      expect(JSON.stringify(rows)).not.toMatch(/SL-01|child|safeguarding|submit-audit/);
      const sealed = await all('told-sealed', 'select * from sealed_entries($1, 0, 1000)');
      expect(sealed.map((row) => Object.keys(row).sort().join())).toEqual(
        Array(3).fill('hash,occurred_at,payload_digest,recorded_at,seq'),
      );
    } finally {
      await db.close();
    }
    const marked = await world.rows<{ seal: string; type: string }>(
      `select seal, type from outbox_event where qualification_id = $1 and seal <> 'open' order by seq, position`,
      [found.id],
    );
    expect(marked).toEqual([
      { seal: 'assessment', type: 'audit-submitted' },
      { seal: 'assessment', type: 'child-found' },
      { seal: 'assessment', type: 'assessment-ready-for-review' },
      { seal: 'safeguarding', type: 'escalated' },
      { seal: 'safeguarding', type: 'escalated' },
    ]);
  });

  it('is sealed by the service alone as well, with row-level security off', async () => {
    const { url, stop } = await startApart('policies');
    try {
      const headers = { authorization: `Bearer ${found.applicant.member.token}` };
      const answer = await fetch(`${url}${found.path}/journal?limit=200`, { headers });
      const text = await answer.text();
      expect(answer.status).toBe(200);
      expect(text).toContain('start-audit');
      expect(text).not.toMatch(/submit-audit|child|safeguarding/);
      expect(text.match(/"sealed":true/g)).toHaveLength(3);
    } finally {
      await stop();
    }
  });

  it('leaves the supplier a chain that verifies, with a digest for every sealed entry', async () => {
    interface Row {
      readonly seq: number;
      readonly hash: string;
      readonly digest: string;
      readonly entry: Record<string, unknown>;
    }
    const page = await found.supplier.get<{ items: Row[] }>(`${found.path}/journal?limit=200`);
    const told = page.items.filter(({ entry }) => 'sealed' in entry);
    expect(page.items.map(({ seq }) => seq)).toEqual(page.items.map((_, i) => i + 1));
    expect(told.map(({ entry }) => entry)).toEqual(Array(3).fill({ sealed: true }));
    const whole = await world.parties.officer.api.get<{ items: Row[] }>(`${found.path}/journal?limit=200`);
    const keys = ({ seq, hash, digest }: Row) => ({ seq, hash, digest });
    expect(page.items.map(keys)).toEqual(whole.items.map(keys));
    expect(await found.faults()).toEqual([]);
  });

  it('is marked safe by an officer only, and then goes the way of every zero-tolerance finding', async () => {
    const { officer, reviewer, auditor, mill } = world.parties;
    const safe = { type: 'mark-child-safe', note: 'At home, back in school, wages paid on.' } as const;
    for (const { api } of [reviewer, auditor, found.applicant.member, mill.requester])
      expect(await refusal(api.ask(found.id, safe))).toMatchObject({ status: 403 });
    await officer.api.ask(found.id, safe);
    expect(await toldTo(found.applicant.member)).not.toMatch(/SL-01|child/);
    await reviewer.api.ask(found.id, { type: 'confirm-zero-tolerance', itemId: 'SL-01' });
    await found.reaches('rejected');
    const seen = await found.supplier.case(found.id);
    expect(seen).toMatchObject({ closedReason: 'zero-tolerance', audit: { current: {} } });
    expect(seen.audit.findings.map(({ itemId }) => itemId)).toContain('SL-01');
    const journal = JSON.stringify(await found.supplier.get(`${found.path}/journal?limit=200`));
    for (const word of ['submit-audit', 'child-found', 'mark-child-safe']) expect(journal).toContain(word);
    expect(journal).not.toContain('back in school');
    expect(await refusal(found.supplier.get(`/v1/documents/${paper}`))).toMatchObject({ status: 404 });
    expect(JSON.stringify(await found.supplier.get(`${found.path}/accesses?limit=200`))).not.toContain(paper);
  });

  it('never shows to a buyer, whose consent ended with the case', async () => {
    const seen = await toldTo(world.parties.mill.requester);
    expect(seen).toContain('"getQualification":"404');
    expect(seen).not.toMatch(/SL-01|child/);
  });
});

describe('a child reported while findings are corrected', () => {
  it('is sealed in a journal whose assessment was told, by the database and by the service', async () => {
    const world = await World.open();
    const { auditor, officer } = world.parties;
    const story = await (await Story.open(world)).correcting();
    await auditor.api.ask(story.id, { type: 'report-child', note: 'A boy carrying bobbins.' });
    const { url, stop } = await startApart('policies');
    try {
      const journal = async (base: string): Promise<string> => {
        const headers = { authorization: `Bearer ${story.applicant.member.token}` };
        return (await fetch(`${base}${story.path}/journal?limit=200`, { headers })).text();
      };
      for (const base of [testStack().apiUrl, url]) {
        const told = await journal(base);
        expect(told).toContain('submit-audit');
        expect(told).not.toContain('child');
        expect(told.match(/"sealed":true/g)).toHaveLength(1);
      }
      await officer.api.ask(story.id, { type: 'mark-child-safe', note: 'Back in school.' });
      for (const base of [testStack().apiUrl, url]) expect(await journal(base)).toContain('child-found');
    } finally {
      await stop();
      await world.close();
    }
  });
});

describe('a child reported on the site', () => {
  let world: World;
  let found: Story;
  let plain: Story;
  beforeAll(async () => {
    world = await World.open();
    [found, plain] = [await Story.open(world), await Story.open(world)];
    for (const story of [found, plain]) {
      await story.accept();
      await story.until(checked);
      await roles.goOnSite(world.parties, story.applicant, story.id);
    }
    await everybodyLooks(world, [found, plain]);
  });
  afterAll(() => world?.close());

  const seen = async (story: Story) =>
    answersAbout(story, story.applicant.member, await readsOfACase(), story.id);

  it('looks like a task that the auditor took, and stays hidden when the supplier leaves', async () => {
    const { auditor, officer } = world.parties;
    const note = 'A girl of about twelve at the sewing line.';
    await auditor.api.ask(found.id, { type: 'report-child', note });
    const task = (await auditor.api.case(plain.id)).ballHolders.find(({ role }) => role === 'auditor')?.task;
    await auditor.api.ask(plain.id, { type: 'claim-task', task: task ?? '' });
    expect(await seen(found)).toEqual(await seen(plain));

    for (const story of [found, plain])
      await story.supplier.ask(story.id, { type: 'withdraw', reason: 'cost' });
    expect(await seen(found)).toEqual(await seen(plain));
    expect(await officer.api.case(found.id)).toMatchObject({
      over: false,
      ballHolders: [{ what: 'mark-child-safe' }],
    });

    await world.pass(found.id, { hours: 30 });
    expect(await seen(found)).toEqual(await seen(plain));

    await officer.api.ask(found.id, { type: 'mark-child-safe', note: 'With her family.' });
    expect(await seen(found)).toEqual(await seen(plain));
    expect(await officer.api.case(found.id)).toMatchObject({ over: true, ballHolders: [] });
    await world.temporal.workflow.getHandle(`qualification/${found.id}`).result();
    const { items } = await officer.api.get<{ items: { kind: string; text: string }[] }>(
      `${found.path}/safeguarding-notes`,
    );
    expect(items.map(({ kind, text }) => `${kind}: ${text}`).sort()).toEqual([
      `child-found: ${note}`,
      'child-safe: With her family.',
    ]);
    expect(await found.faults()).toEqual([]);
  });
});
