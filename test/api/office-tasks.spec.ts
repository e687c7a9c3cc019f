import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { OFFICE_TASKS } from '#domain';
import type { OfficeTaskView } from '#contracts';
import { refusal, World } from '../support/world.js';

describe('a task of the office that no single case can hold', () => {
  let world: World;
  const [lost, changed] = [randomUUID(), randomUUID()];
  const edition = `SPEC ${randomUUID()}: 1 added`;
  beforeAll(async () => {
    world = await World.open();
    await world.rows(
      `insert into office_task (id, kind, subject) values ($1, 'workflow-missing', $1::uuid::text), ($2, 'list-changed', $3)`,
      [lost, changed, edition],
    );
  });
  afterAll(async () => {
    await world.rows('update office_task set closed_at = now() where id = any($1)', [[lost, changed]]);
    await world.close();
  });

  const settle = (id: string, api = world.parties.officer.api) =>
    api.post(`/v1/office-tasks/${id}/settle`, undefined);
  const listed = async (query: string): Promise<readonly OfficeTaskView[]> =>
    (await world.parties.officer.api.get<{ items: OfficeTaskView[] }>(`/v1/office-tasks?limit=200${query}`))
      .items;

  it('says what it is about, and whether somebody has to say when it is done', async () => {
    const [about] = await listed('&kind=workflow-missing').then((items) =>
      items.filter(({ id }) => id === lost),
    );
    expect(about).toMatchObject({ about: { what: 'case', id: lost }, byHand: false });
    const lists = await listed('&kind=list-changed');
    expect(lists.find(({ id }) => id === changed)).toMatchObject({
      ...{ subject: edition, about: { what: 'list', id: null }, byHand: true },
    });
    expect(new Set(lists.map(({ kind }) => kind))).toEqual(new Set(['list-changed']));
    expect(await refusal(listed('&kind=%20'))).toEqual({ status: 422, code: 'validation' });
  });

  it('is settled by an officer, once, and by nobody else', async () => {
    const { reviewer, officer } = world.parties;
    expect(await refusal(settle(changed, reviewer.api))).toEqual({ status: 403, code: 'role-not-allowed' });
    await settle(changed);
    await settle(changed);
    expect(await listed('&kind=list-changed')).not.toContainEqual(expect.objectContaining({ id: changed }));
    const kept = await world.rows('select closed_by as by from office_task where id = $1', [changed]);
    expect(kept).toEqual([{ by: officer.personId }]);
    expect(await refusal(settle(randomUUID()))).toEqual({ status: 404, code: 'not-found' });
  });

  it('that ends with what it is about is settled by nobody', async () => {
    expect(await refusal(settle(lost))).toEqual({ status: 409, code: 'status-differs' });
    expect(await listed('&kind=workflow-missing')).toContainEqual(expect.objectContaining({ id: lost }));
    expect(Object.values(OFFICE_TASKS).filter(({ byHand }) => !byHand)).toHaveLength(4);
  });
});
