import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forgetWhatEnded, openDatabase, type Database } from '#persistence';
import { Story } from './support/story.js';
import { testStack, World } from './support/world.js';

describe('what has ended', () => {
  let world: World;
  let story: Story;
  let db: Database;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
  }, 30_000);
  afterAll(async () => {
    await db.close();
    await world.close();
  });

  /** A token that ended so many days ago: it expired, or was revoked long before it would have. */
  async function token(days: number, how: 'expired' | 'revoked', successorId: string | null = null) {
    const { personId, organisationId } = story.applicant.member;
    const ends = how === 'expired' ? [-days, null] : [30, -days];
    const [row] = await world.rows<{ id: string }>(
      `insert into api_token (id, person_id, organisation_id, token_hash, prefix, scopes, expires_at, revoked_at, successor_id)
       values (gen_random_uuid(), $1, $2, sha256(random()::text::bytea), 'svg_spare', '{read}',
         now() + $3::integer * interval '1 day', now() + $4::integer * interval '1 day', $5) returning id`,
      [personId, organisationId, ...ends, successorId],
    );
    return row?.id ?? '';
  }
  /** A task of the office that was closed so many days ago. */
  async function task(days: number | null) {
    const [row] = await world.rows<{ id: string }>(
      `insert into office_task (id, kind, subject, closed_at) values (gen_random_uuid(), 'test', gen_random_uuid(),
         now() - $1::integer * interval '1 day') returning id`,
      [days],
    );
    return row?.id ?? '';
  }
  const kept = async (table: string, ids: readonly string[]): Promise<readonly boolean[]> => {
    const rows = await world.rows<{ id: string }>(`select id from ${table} where id = any($1)`, [ids]);
    return ids.map((id) => rows.some((row) => row.id === id));
  };

  it('is deleted a year later, and not a day before', async () => {
    const tokens = [
      await token(366, 'expired'),
      await token(366, 'revoked'),
      await token(364, 'expired'),
      await token(364, 'revoked'),
      await token(-30, 'expired'),
    ];
    const tasks = [await task(366), await task(364), await task(null)];
    const forgotten = await forgetWhatEnded(db);
    expect(forgotten['tokens']).toBeGreaterThanOrEqual(2);
    expect(forgotten['office tasks']).toBeGreaterThanOrEqual(1);
    expect(await kept('api_token', tokens)).toEqual([false, false, true, true, true]);
    expect(await kept('office_task', tasks)).toEqual([false, true, true]);
  });

  it('goes after what refers to it', async () => {
    const successor = await token(400, 'revoked');
    const replaced = await token(300, 'expired', successor);
    await forgetWhatEnded(db);
    expect(await kept('api_token', [replaced, successor])).toEqual([true, true]);
    await world.rows(`update api_token set expires_at = now() - interval '366 days' where id = $1`, [
      replaced,
    ]);
    await forgetWhatEnded(db);
    await forgetWhatEnded(db);
    expect(await kept('api_token', [replaced, successor])).toEqual([false, false]);
  });

  it('is not what a case was decided by', async () => {
    const ask = story.supplier.ask(story.id, { type: 'submit-application' });
    await expect(ask).rejects.toMatchObject({ status: 409 });
    const commands = () =>
      world.rows<{ status: string }>('select status from command where qualification_id = $1 order by 1', [
        story.id,
      ]);
    expect((await commands()).map(({ status }) => status)).toEqual(['done', 'refused']);
    await world.rows(
      `update command set recorded_at = now() - interval '366 days' where qualification_id = $1`,
      [story.id],
    );
    await forgetWhatEnded(db);
    expect((await commands()).map(({ status }) => status)).toEqual(['done']);
    expect(await story.faults()).toEqual([]);
  });
});
