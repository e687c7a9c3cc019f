import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../apps/dev/src/play/api-client.js';
import { registryOf } from '../../apps/dev/src/play/parties.js';
import { answerAll, goOnSite } from '../../apps/dev/src/play/roles.js';
import { fillIn } from '../../apps/dev/src/play/supplier.js';
import { JSON_TYPE, raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { tamper } from '../support/tampering.js';
import { refusal, World } from '../support/world.js';

const READS: readonly Record<string, string>[] = [
  { 'if-none-match': '*' },
  { 'if-match': '"1"' },
  { 'if-match': '"2"' },
];

describe('facts', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const submission = async (story: Story, ...types: string[]) =>
    (await story.journal()).filter(({ entry }) => types.includes(entry.command)).at(-1);
  const revision = async (story: Story, paper: string, item: string, version: number) => {
    const sql = `select id::text from fact_revision where qualification_id = $1 and paper = $2 and item = $3 and version = $4`;
    return BigInt((await world.rows<{ id: string }>(sql, [story.id, paper, item, version]))[0]?.id ?? -1);
  };

  it('of writers who have all read the same version, exactly one is taken', async () => {
    const story = await Story.open(world);
    const { token } = story.applicant.member;
    for (const read of READS) {
      const write = (workers: number) =>
        raw('PUT', `${story.path}/sections/profile`, {
          ...{ token, body: JSON.stringify({ workers }) },
          headers: { ...JSON_TYPE, ...read },
        });
      const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => write(i)));
      const [taken] = answers.filter(({ status }) => status === 200);
      const late = answers.filter(({ status }) => status === 412);
      expect(late).toHaveLength(9);
      const workers = answers.indexOf(taken!);
      for (const { headers, body } of late) {
        expect(headers.get('etag')).toBe(taken?.headers.get('etag'));
        expect(body['current']).toEqual({ workers });
      }
      expect(answers.map(({ body }, i) => body['sent'] ?? { workers: i })).toEqual(
        answers.map((_, i) => ({ workers: i })),
      );
      const { items } = await story.supplier.get<{ items: { version: number; content: unknown }[] }>(
        `${story.path}/sections`,
      );
      expect(items).toMatchObject([
        { version: taken?.body['version'], content: { workers: answers.indexOf(taken!) } },
      ]);
    }
    const rows = await world.rows('select 1 from fact_revision where qualification_id = $1', [story.id]);
    expect(rows).toHaveLength(3);
  });

  it('of two who write against each other a thousand times lose nothing: what was taken is kept, the other is told', async () => {
    const story = await Story.open(world);
    const { token } = story.applicant.member;
    const write = (version: number, workers: number) =>
      raw('PUT', `${story.path}/sections/profile`, {
        ...{ token, body: JSON.stringify({ workers }) },
        headers: {
          ...JSON_TYPE,
          ...(version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` }),
        },
      });
    const taken: number[] = [];
    for (let round = 0; round < 1000; round += 1) {
      const rivals = [round * 2, round * 2 + 1];
      const answers = await Promise.all(rivals.map((workers) => write(round, workers)));
      const winner = answers.findIndex(({ status }) => status === 200);
      const [loser] = answers.filter(({ status }) => status === 412);
      expect(loser?.body).toMatchObject({
        ...{ current: { workers: rivals[winner] }, sent: { workers: rivals[1 - winner] } },
      });
      taken.push(rivals[winner]!);
    }
    const kept = await world.rows<{ version: number; workers: number }>(
      `select version, (content->>'workers')::int as workers from fact_revision where qualification_id = $1 order by version`,
      [story.id],
    );
    expect(kept).toEqual(taken.map((workers, i) => ({ version: i + 1, workers })));
  });

  it('that somebody else wrote are changed by a colleague, and by an officer for the supplier', async () => {
    const story = await Story.open(world);
    const path = `${story.path}/sections/profile`;
    const { supplierId } = story.applicant;
    const colleague = await registryOf(world.parties).member(supplierId, 'Vanna', 'supplier');
    expect(await story.supplier.put(path, { workers: 1 })).toBe(1);
    expect(await colleague.api.put(path, { workers: 2 }, 1)).toBe(2);
    expect(await world.parties.officer.api.put(path, { workers: 3 }, 2)).toBe(3);
    expect(await story.supplier.put(path, { workers: 4 }, 3)).toBe(4);
  });

  it('are refused once a decision has frozen them', async () => {
    const { auditor } = world.parties;
    const story = await (await Story.open(world)).accept();
    await goOnSite(world.parties, story.applicant, story.id);
    await answerAll(world.parties, story.id);
    const path = `${story.path}/audit/answers/HS-03`;
    const answer = {
      value: 'nonconform',
      note: 'Two of twelve extinguishers were out of date; replaced within the week of the visit.',
      evidence: [story.id],
    };
    expect(await auditor.api.put(path, answer, 1)).toBe(2);
    await auditor.api.ask(story.id, { type: 'submit-audit' });
    expect(await refusal(auditor.api.put(path, answer, 2))).toEqual({
      ...{ status: 409, code: 'paper-not-open', items: ['audit/HS-03'] },
    });
    expect(await refusal(story.supplier.put(path, answer, 2))).toMatchObject({
      status: 403,
      code: 'role-not-allowed',
    });
    expect(await refusal(world.parties.otherAuditor.api.put(path, answer, 2))).toMatchObject({ status: 404 });
  });

  it('of others than the assigned auditor are no answers', async () => {
    const story = await (await Story.open(world)).accept();
    await goOnSite(world.parties, story.applicant, story.id);
    const answer = { value: 'conform', evidence: [story.id] };
    const path = `${story.path}/audit/answers/HS-03`;
    for (const { api } of [story.applicant.member, world.parties.officer])
      expect(await refusal(api.put(path, answer))).toMatchObject({ status: 403, code: 'role-not-allowed' });
    await world.parties.auditor.api.put(path, answer);
  });

  /** Write on and on until it is refused; the last version that was acknowledged. */
  async function writeUntilFrozen(write: () => Promise<number>): Promise<number> {
    for (let version = 0; ;) {
      try {
        version = await write();
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        expect(`${error.status} ${error.problem.code}`).toBe('409 paper-not-open');
        return version;
      }
    }
  }

  /** Write while the decision is made: all that was acknowledged is under its digest, and the rest was refused. */
  async function race(
    story: Story,
    paper: string,
    decide: () => Promise<unknown>,
    writes: Readonly<Record<string, () => Promise<number>>>,
    type: string,
  ): Promise<number> {
    const writers = Object.entries(writes).map(async ([item, write]) => ({
      item,
      version: await writeUntilFrozen(write),
    }));
    await decide();
    const written = (await Promise.all(writers)).filter(({ version }) => version > 0);
    const { entry } = (await submission(story, type)) ?? {};
    const upTo = BigInt(entry?.reliedOn?.find((relied) => relied.paper === paper)?.upTo ?? 0);
    for (const { item, version } of written)
      expect((await revision(story, paper, item, version)) <= upTo).toBe(true);
    expect(await story.faults()).toEqual([]);
    return written.length;
  }

  it('that race the submission of an audit are in the frozen set or refused, never lost', async () => {
    const { auditor, reviewer } = world.parties;
    const items = ['HS-03', 'HS-05', 'BL-01', 'BL-02'];
    let taken = 0;
    const rounds = async (): Promise<void> => {
      const story = await (await Story.open(world)).accept();
      await goOnSite(world.parties, story.applicant, story.id);
      await answerAll(world.parties, story.id);
      const versions = new Map(items.map((item) => [item, 1]));
      for (let round = 0; round < 3; round += 1) {
        const write = async (item: string): Promise<number> => {
          const path = `${story.path}/audit/answers/${item}`;
          const version = await auditor.api.put(
            path,
            { value: 'conform', reason: `Round ${round}`, evidence: [story.id] },
            versions.get(item),
          );
          versions.set(item, version);
          return version;
        };
        const writes = Object.fromEntries(items.map((item) => [item, () => write(item)]));
        const submit = () => auditor.api.ask(story.id, { type: 'submit-audit' });
        taken += await race(story, 'audit', submit, writes, 'submit-audit');
        await story.reaches('review');
        if (round < 2) await reviewer.api.ask(story.id, { type: 'return-to-auditor', items });
      }
    };
    for (let pair = 0; pair < 2; pair += 1) await Promise.all([rounds(), rounds()]);
    expect(taken).toBeGreaterThan(0);
  });

  it('that race the submission of an application are in the frozen set or refused, never lost', async () => {
    const { officer } = world.parties;
    const sections = ['profile', 'site', 'capacity', 'declaration'];
    const rounds = async (): Promise<void> => {
      const story = await Story.open(world);
      await fillIn(story.applicant, story.id);
      const { items } = await story.supplier.get<{
        items: { item: string; version: number; content: Record<string, unknown> }[];
      }>(`${story.path}/sections`);
      const facts = items.filter(({ item }) => sections.includes(item));
      for (let round = 0; round < 4; round += 1) {
        const write = async (fact: (typeof facts)[number]): Promise<number> =>
          (fact.version = await story.supplier.put(
            `${story.path}/sections/${fact.item}`,
            fact.content,
            fact.version,
          ));
        const writes = Object.fromEntries(facts.map((fact) => [fact.item, () => write(fact)]));
        const type = round === 0 ? 'submit-application' : 'resubmit-application';
        await race(story, 'application', () => story.supplier.ask(story.id, { type }), writes, type);
        if (round < 3)
          await officer.api.ask(story.id, { type: 'request-information', items: ['profile.workers'] });
      }
    };
    for (let pair = 0; pair < 3; pair += 1) await Promise.all([rounds(), rounds()]);
  });

  it('verify whatever their numbers are, also when these grow by a digit', async () => {
    const story = await Story.open(world);
    await fillIn(story.applicant, story.id);
    for (let version = 2; version < 14; version += 1) {
      const capacity = { products: ['woven labels'], monthlyCapacity: version, capacityUnit: 'pieces' };
      await story.supplier.put(`${story.path}/sections/capacity`, capacity, version - 1);
    }
    // As text, the numbers after a power of ten come before those before it. So far nobody else's go.
    await tamper(
      world,
      `with gone as (delete from fact_revision where qualification_id = $1 returning *),
         moved as (select to_jsonb(gone) || jsonb_build_object('id', 1e15::bigint - 6 + row_number() over (order by id)) as r from gone)
       insert into fact_revision overriding system value
       select (jsonb_populate_record(null::fact_revision, r)).* from moved`,
      [story.id],
    );
    await story.supplier.ask(story.id, { type: 'submit-application' });
    expect(await story.faults()).toEqual([]);
  });
});
