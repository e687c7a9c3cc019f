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
  }, 30_000);
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
  }, 60_000);
});
