import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, statement, type Database } from '#persistence';
import { until } from '../../apps/dev/src/play/api-client.js';
import { sendDocument } from '../../apps/dev/src/play/documents.js';
import type { Member } from '../../apps/dev/src/play/parties.js';
import { goOnSite } from '../../apps/dev/src/play/roles.js';
import { startApart } from '../support/apart.js';
import { JSON_TYPE, raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { somePdf } from '../support/uploads.js';
import { testStack, World } from '../support/world.js';

interface Access {
  readonly at: string;
  readonly organisation: { readonly id: string; readonly name: string; readonly relation: string };
  readonly roles: readonly string[];
  readonly operation: string;
  readonly item: string | null;
}
interface Page {
  readonly items: readonly Access[];
  readonly next: string | null;
}

describe('the access log of a case', () => {
  let world: World;
  let story: Story;
  /** Of the supplier. */
  let lease: string;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    lease = await document(story.applicant.member, 'section', 'profile');
    await story.accept();
    await goOnSite(world.parties, story.applicant, story.id);
    const buyerId = world.parties.mill.organisationId;
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId, sections: ['profile', 'findings'] });
  });
  afterAll(() => world.close());

  const log = async (limit = 200): Promise<readonly Access[]> => {
    const all: Access[] = [];
    for (let cursor = ''; ;) {
      const path = `${story.path}/accesses?limit=${limit}${cursor && `&cursor=${cursor}`}`;
      const { items, next } = await story.supplier.get<Page>(path);
      all.push(...items);
      if (!next) return all;
      cursor = next;
    }
  };
  const by = async (organisationId: string) =>
    (await log()).filter(({ organisation }) => organisation.id === organisationId);
  /** Each once: an hour may end between two readings. */
  const operations = (all: readonly Access[]): string[] =>
    [...new Set(all.map(({ operation }) => operation))].sort();
  const read = async (token: string, ...parts: string[]) => {
    for (const part of parts) await raw('GET', story.path + part, { token });
  };

  /** A document that was examined, and linked. */
  async function document({ token, api }: Member, target: string, item: string): Promise<string> {
    const file = { name: 'paper.pdf', type: 'application/pdf', bytes: somePdf() };
    const about = { qualificationId: story.id, target, item };
    const id = await sendDocument({ baseUrl: testStack().apiUrl, token }, file, about);
    await until(
      () => api.get<{ status: string }>(`/v1/documents/${id}`),
      ({ status }) => status === 'available',
    );
    return id;
  }

  it('tells who read of the firm itself: its entry, its sites, its people', async () => {
    const { supplierId, siteId } = story.applicant;
    const { brand, officer } = world.parties;
    const paths = [
      `/v1/suppliers/${supplierId}`,
      `/v1/organisations/${supplierId}`,
      `/v1/suppliers/${supplierId}/sites`,
      `/v1/suppliers/${supplierId}/sites/${siteId}`,
    ];
    const people = `/v1/people?organisationId=${supplierId}`;
    const firm = ['getOrganisation', 'getSite', 'getSupplier', 'listPeople', 'listSites'];
    const told = async (organisationId: string): Promise<string[]> =>
      operations(await by(organisationId)).filter((one) => firm.includes(one));
    const ask = async ({ token }: Member, ...asked: string[]): Promise<number[]> => {
      const statuses: number[] = [];
      for (const path of asked) statuses.push((await raw('GET', path, { token })).status);
      return statuses;
    };
    // Its own people look as they like, and whoever has nothing to do with it reads nothing.
    expect(await ask(story.applicant.member, ...paths, people)).toEqual([200, 200, 200, 200, 200]);
    expect(await ask(brand.requester, ...paths, people)).toEqual([404, 404, 404, 404, 404]);
    expect([await told(supplierId), await told(brand.organisationId)]).toEqual([[], []]);
    // A buyer to whom the site was not opened knows of the firm, and not of the site.
    const { mill } = world.parties;
    expect(await ask(mill.requester, paths[0]!, paths[3]!)).toEqual([200, 404]);
    expect(await told(mill.organisationId)).toEqual(['getSupplier']);
    expect(await ask(officer, ...paths, people)).toEqual([200, 200, 200, 200, 200]);
    expect(await told(officer.organisationId)).toEqual(firm);
    expect((await by(officer.organisationId)).find(({ operation }) => operation === 'getSite')?.item).toBe(
      siteId,
    );
  });

  it('tells the supplier what a buyer read, by organisation and role, and not who it was', async () => {
    const { mill } = world.parties;
    await read(mill.requester.token, '', '/sections', '/audit/findings');
    const seen = (await by(mill.organisationId)).filter(({ operation }) => operation !== 'getSupplier');
    expect(operations(seen)).toEqual([...['getQualification', 'listFindings', 'listSections']]);
    expect(seen[0]).toMatchObject({
      organisation: { name: mill.name, relation: 'buyer' },
      roles: ['buyer-requester', 'inspector'],
    });
    expect(JSON.stringify(await log())).not.toContain(mill.requester.personId);
  });

  it('holds the readings of office and auditor too, and which item they were about', async () => {
    const { officer, auditor, reviewer } = world.parties;
    await read(auditor.token, '/audit/answers', '/corrective-actions/HS-03/response');
    await read(reviewer.token, '/journal', '/journal/verification');
    const told = (await log()).map(({ operation, item, organisation: { relation } }) => [
      relation,
      operation,
      item,
    ]);
    for (const row of [
      ['audit-firm', 'listAnswers', null],
      ['audit-firm', 'getResponse', 'HS-03'],
      ['programme-office', 'getJournal', null],
      ['programme-office', 'verifyJournal', null],
    ])
      expect(told).toContainEqual(row);
    expect((await by(officer.organisationId)).some(({ roles }) => roles.includes('reviewer'))).toBe(true);
  });

  it('holds lists of cases, for each case that was on the page', async () => {
    const { mill } = world.parties;
    await raw('GET', '/v1/qualifications?limit=200', { token: mill.requester.token });
    expect((await by(mill.organisationId)).map(({ operation }) => operation)).toContain('listQualifications');
    const narrow = await Story.open(world);
    const count = async () =>
      (await world.rows('select 1 from access_log where qualification_id = $1', [narrow.id])).length;
    const before = await count();
    await raw('GET', '/v1/qualifications?limit=200', { token: mill.requester.token });
    expect(await count()).toBe(before);
  });

  it('holds nothing of the supplier itself, of who was refused and of who may not know', async () => {
    const { mill, brand } = world.parties;
    await read(story.applicant.member.token, '', '/sections', '/journal', '/accesses');
    expect(await by(story.applicant.supplierId)).toEqual([]);
    await read(mill.requester.token, '/journal', '/audit/answers', '/compliance-checks', '/accesses');
    const refused = ['getJournal', 'listAnswers', 'listComplianceChecks', 'listAccesses'];
    expect((await by(mill.organisationId)).filter(({ operation }) => refused.includes(operation))).toEqual(
      [],
    );
    await read(brand.requester.token, '', '/sections');
    expect(await by(brand.organisationId)).toEqual([]);
  });

  it('holds readings of documents by their ids, for those that the supplier may see itself', async () => {
    const { officer, reviewer, auditor, mill } = world.parties;
    const consent = { type: 'grant-consent', buyerId: mill.organisationId } as const;
    await story.supplier.ask(story.id, { ...consent, sections: ['profile', 'findings', 'documents'] });
    const photo = await document(auditor, 'answer', 'HS-03');
    const look = async (id: string, token: string, ...parts: string[]) => {
      for (const part of parts) await raw('GET', `/v1/documents/${id}${part}`, { token });
    };
    for (const id of [lease, photo]) {
      await look(id, officer.token, '', '/content', '/original', '/findings');
      await look(id, auditor.token, '', '/content', '/original');
      await look(id, mill.requester.token, '', '/content', '/original', '/findings');
      await look(id, world.parties.brand.requester.token, '', '/content');
      await look(id, story.applicant.member.token, '', '/content');
    }
    const rows = (all: readonly Access[], id: string) => [
      ...new Set(
        all.flatMap(({ item, operation, organisation }) =>
          item === id ? [`${organisation.relation} ${operation}`] : [],
        ),
      ),
    ];
    const expected = [
      ...['audit-firm getDocument', 'audit-firm getDocumentContent'],
      ...['buyer getDocument', 'buyer getDocumentContent'],
      ...['programme-office getDocument', 'programme-office getDocumentContent'],
      'programme-office getOriginalDocument',
    ];
    expect(rows(await log(), lease).sort()).toEqual(expected);
    // What the auditor recorded is not told before it is signed: nor that somebody looked at it.
    expect(rows(await log(), photo)).toEqual([]);
    const { items } = await reviewer.api.get<Page>(`${story.path}/accesses?limit=200`);
    const office = expected.filter((row) => row.startsWith('programme-office'));
    expect(rows(items, photo).sort()).toEqual([...office, 'programme-office listDocumentFindings'].sort());
    const byService = await startApart('policies');
    try {
      const headers = { authorization: `Bearer ${story.applicant.member.token}` };
      const answer = await fetch(`${byService.url}${story.path}/accesses?limit=200`, { headers });
      const told = ((await answer.json()) as Page).items;
      expect([rows(told, lease).sort(), rows(told, photo)]).toEqual([expected, []]);
    } finally {
      await byService.stop();
    }
  });

  it('folds what one person reads again within the hour into one row', async () => {
    const { mill } = world.parties;
    const count = async () =>
      (await by(mill.organisationId)).filter((a) => a.operation === 'listSections').length;
    await read(mill.requester.token, '/sections');
    const before = await count();
    await Promise.all(Array.from({ length: 10 }, () => read(mill.requester.token, '/sections')));
    expect(await count()).toBe(before);
    await read(mill.approver.token, '/sections');
    expect(await count()).toBe(before + 1);
  });

  it('is read in pages, newest first, by the supplier and the office and by nobody else', async () => {
    const all = await log();
    expect(await log(2)).toEqual(all);
    const { officer, auditor, mill } = world.parties;
    const status = async (token: string) => (await raw('GET', `${story.path}/accesses`, { token })).status;
    expect(await status(officer.token)).toBe(200);
    expect(await status(auditor.token)).toBe(403);
    expect(await status(mill.requester.token)).toBe(403);
    expect(await status((await Story.open(world)).applicant.member.token)).toBe(404);
    const { token } = story.applicant.member;
    const strange = await raw('GET', `${story.path}/accesses?cursor=bm9wZQ`, { token, headers: JSON_TYPE });
    expect(strange.status).toBe(400);
  });

  it('costs no flight: one statement more in the one that reads, and none for the supplier', async () => {
    const { costs, mill } = world.parties;
    const cost = async (api: Story['supplier']) => {
      const before = costs.statements.get(story.id) ?? 0;
      const { flights } = await api.request('GET', story.path);
      return { statements: (costs.statements.get(story.id) ?? 0) - before, flights };
    };
    // The look-up of the token; `begin`, who acts, the log, the reading and `commit`.
    expect(await cost(mill.requester.api)).toEqual({ statements: 6, flights: 2 });
    expect(await cost(story.supplier)).toEqual({ statements: 5, flights: 2 });
  });

  describe('in the tables', () => {
    let db: Database;
    beforeAll(async () => {
      db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 2 });
    });
    afterAll(() => db.close());
    const actor = ({ personId, organisationId }: { personId: string; organisationId: string }) => ({
      personId,
      organisationId,
    });

    it('cannot be changed, and nobody writes it in the name of another', async () => {
      const { mill, brand, officer } = world.parties;
      const change = statement('log-change', `update access_log set operation = 'none'`);
      const remove = statement('log-remove', 'delete from access_log');
      for (const sql of [change, remove])
        await expect(db.run(actor(officer), sql, [])).rejects.toMatchObject({ code: '42501' });
      const forge = statement(
        'log-forge',
        `insert into access_log (qualification_id, organisation_id, organisation_name, person_id, relation, roles, operation, hour)
         values ($1, $2, 'x', $3, 'buyer', '{}', 'getQualification', now())`,
      );
      const as = actor({ ...mill.requester, organisationId: mill.organisationId });
      const values = [story.id, brand.organisationId, brand.requester.personId];
      await expect(db.run(as, forge, values)).rejects.toMatchObject({ code: '42501' });
    });

    it('is shown to neither buyers nor auditors', async () => {
      const { mill, auditor } = world.parties;
      const all = statement('log-all', 'select count(*)::int as rows from access_log');
      for (const who of [{ ...mill.requester, organisationId: mill.organisationId }, auditor])
        expect(await db.run(actor(who), all, [])).toEqual([{ rows: 0 }]);
    });

    it('is written, or nothing is read', async () => {
      await world.rows(`create function log_is_full() returns trigger language plpgsql as
        $$ begin if new.operation in ('listApprovals', 'getDocumentContent') then raise exception 'full'; end if; return new; end $$`);
      await world.rows(
        `create trigger log_is_full before insert on access_log for each row when (new.qualification_id = '${story.id}')
           execute function log_is_full()`,
      );
      try {
        const { token } = world.parties.mill.requester;
        const { status, text } = await raw('GET', `${story.path}/approvals`, { token });
        expect(status).toBe(500);
        expect(text).not.toContain('items');
        const own = await raw('GET', `${story.path}/approvals`, { token: story.applicant.member.token });
        expect(own.status).toBe(200);
        const { token: officer } = world.parties.officer;
        const content = await raw('GET', `/v1/documents/${lease}/content`, { token: officer });
        expect([content.status, content.body['code']]).toEqual([500, 'internal']);
        expect((await raw('GET', `/v1/documents/${lease}`, { token: officer })).status).toBe(200);
      } finally {
        await world.rows('drop trigger log_is_full on access_log');
        await world.rows('drop function log_is_full()');
      }
    });
  });
});
