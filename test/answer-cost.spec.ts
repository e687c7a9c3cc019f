import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from '@temporalio/client';
import { quietLength } from '../apps/dev/src/demo/workflow-history.js';
import * as roles from '../apps/dev/src/play/roles.js';
import { Story } from './support/story.js';
import { World } from './support/world.js';

describe('the cost of an answer', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world?.close());

  it('is one data statement in one flight beside the look-up of the token, and no event of the workflow', async () => {
    const story = await (await Story.open(world)).accept();
    await roles.goOnSite(world.parties, story.applicant, story.id);
    const connection = world.temporal.connection as Connection;
    const { costs, auditor } = world.parties;
    const before = await quietLength(connection, story.id);
    for (let version = 0; version < 5; version++) {
      const precondition: Record<string, string> =
        version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` };
      const answer = { value: 'conform', evidence: [randomUUID()] };
      const statements = costs.statements.get(story.id) ?? 0;
      const { flights } = await auditor.api.request(
        'PUT',
        `${story.path}/audit/answers/BL-01`,
        answer,
        precondition,
      );
      // The look-up; then `begin`, who acts, the data statement and `commit`, waited for once.
      expect((costs.statements.get(story.id) ?? 0) - statements).toBe(5);
      expect(flights).toBe(2);
    }
    expect(await quietLength(connection, story.id)).toBe(before);
  });

  it('is no more when it names people: their keys are made in the same statement', async () => {
    const story = await Story.open(world);
    const owner = (n: number) => ({ id: `o${n}`, kind: 'person', name: `Owner ${n}`, sharePercent: 1 });
    const written = await story.supplier.request(
      'PUT',
      `${story.path}/sections/owners`,
      { owners: Array.from({ length: 100 }, (_, n) => owner(n)) },
      { 'if-none-match': '*' },
    );
    expect(written).toMatchObject({ statements: 5, flights: 2 });
    const keys = await world.rows('select 1 from subject_key where qualification_id = $1', [story.id]);
    expect(keys).toHaveLength(100);
    // The look-up, the case as it may be seen and the rows of each of two papers, keys and all.
    const read = await story.supplier.request('GET', `${story.path}/sections`);
    expect(read).toMatchObject({ statements: 1 + 3 * 4, flights: 1 + 3 });
  });
});
