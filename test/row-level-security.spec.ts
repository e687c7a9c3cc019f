import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { ACROSS_ORGANISATIONS } from '#domain';
import { openDatabase, RUNTIME_ROLE, statement, type Database } from '#persistence';
import { Story } from './support/story.js';
import { testStack, World } from './support/world.js';

describe('row-level security', () => {
  let world: World;
  let story: Story;
  let db: Database;
  let bare: Client;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 2 });
    bare = new Client({ connectionString: testStack().runtimeUrl });
    await bare.connect();
  });
  afterAll(async () => {
    await bare.end();
    await db.close();
    await world.close();
  });

  const tables = async (): Promise<string[]> => {
    const rows = await world.rows<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
         and relname <> 'migrations' order by 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('is on and forced for every table', async () => {
    const open = await world.rows(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
         and relname <> 'migrations' and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
    expect((await tables()).length).toBeGreaterThan(15);
  });

  it('binds the role of api and worker: it owns nothing and cannot bypass policies', async () => {
    await expect(db.mustBeBoundByPolicies()).resolves.toBeUndefined();
    const { rows } = await bare.query('select current_user as name');
    expect(rows).toEqual([{ name: RUNTIME_ROLE }]);
    const free = await openDatabase({ url: testStack().databaseUrl, poolSize: 1 });
    await expect(free.mustBeBoundByPolicies()).rejects.toThrow(/selvedge_app/);
    await free.close();
  });

  it('shows no row to whoever does not say who acts', async () => {
    for (const table of await tables()) {
      const { rows } = await bare
        .query(`select count(*)::int as seen from "${table}"`)
        .catch((error: unknown) => {
          expect(error).toMatchObject({ code: '42501' }); // not even the right to ask
          return { rows: [{ seen: 0 }] };
        });
      expect({ table, ...rows[0] }).toEqual({ table, seen: 0 });
    }
  });

  it('leaves nothing of who acted on the connection, after an error neither', async () => {
    const { personId, organisationId } = story.applicant.member;
    const settings = statement(
      'settings-left',
      `select concat(current_setting('app.person', true), current_setting('app.organisation', true),
         current_setting('app.case', true)) as left`,
    );
    const one = statement('one-case', 'select id from qualification where id = $1');
    const broken = statement('broken', 'select 1 / $1::int as one');
    for (let round = 0; round < 20; round += 1) {
      await Promise.all([
        db.run({ personId, organisationId }, one, [story.id]),
        expect(db.run({ personId, organisationId }, broken, [0])).rejects.toMatchObject({ code: '22012' }),
        expect(
          db.transaction({ personId, organisationId }, (tx) => tx.run(broken, [0])),
        ).rejects.toMatchObject({ code: '22012' }),
      ]);
      expect(await db.run('nobody', settings, [])).toEqual([{ left: '' }]);
    }
  });

  it('refuses rows in the name of another organisation', async () => {
    const { personId } = story.applicant.member;
    const other = await Story.open(world);
    const actor = { personId, organisationId: story.applicant.supplierId };
    const site = statement(
      'foreign-site',
      `insert into site (id, supplier_id, name, address, province, latitude, longitude)
       values (gen_random_uuid(), $1, 'Mine', 'Here', 'KH-12', 1, 1) returning id`,
    );
    await expect(db.run(actor, site, [other.applicant.supplierId])).rejects.toMatchObject({ code: '42501' });
    expect(await db.run(actor, site, [actor.organisationId])).toHaveLength(1);
    const move = statement('foreign-move', 'update site set name = name where supplier_id = $1 returning id');
    expect(await db.run(actor, move, [other.applicant.supplierId])).toEqual([]);
  });

  it('lets a commit change the one case it is about, and only for somebody who has to do with it', async () => {
    const other = await Story.open(world);
    const touch = statement(
      'touch-case',
      'update qualification set updated_at = now() where id = $1 returning id',
    );
    const { personId, supplierId } = { ...story.applicant, ...story.applicant.member };
    const by = { personId, organisationId: supplierId };
    expect(await db.run({ caseId: story.id }, touch, [story.id])).toHaveLength(1);
    expect(await db.run({ caseId: story.id, by }, touch, [story.id])).toHaveLength(1);
    expect(await db.run({ caseId: other.id, by }, touch, [other.id])).toEqual([]);
    expect(await db.run({ caseId: story.id }, touch, [other.id])).toEqual([]);
    expect(await db.run(by, touch, [story.id])).toEqual([]);
  });

  it('is passed by named functions only, and the authorisation table names them all', async () => {
    const found = await world.rows<{ name: string; owner: string }>(
      `select proname as name, pg_get_userbyid(proowner) as owner from pg_proc
        where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
    );
    expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(ACROSS_ORGANISATIONS).sort());
    expect(new Set(found.map(({ owner }) => owner))).toEqual(new Set(['selvedge_across']));
  });

  it('is asked by every view in the name of the reader', async () => {
    const views = await world.rows(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
         and not coalesce('security_invoker=true' = any(reloptions), false)`,
    );
    expect(views).toEqual([]);
  });
});
