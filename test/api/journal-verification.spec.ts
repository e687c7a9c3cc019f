import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Member } from '../../apps/dev/src/play/parties.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

describe('the verification of a journal', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('counts no digest that an entry sealed to the reader relies on', async () => {
    const story = await (await Story.open(world)).accept();
    await story.told(); // no check comes back between the two readings below
    await roles.audit(world.parties, story.applicant, story.id);
    const { api: office } = world.parties.officer;
    const told = async (api: Member['api']): Promise<number> => {
      const { items } = await api.get<{ items: { entry: { reliedOn?: unknown[] } }[] }>(
        `${story.path}/journal?limit=200`,
      );
      return items.flatMap(({ entry }) => entry.reliedOn ?? []).length;
    };
    const counted = async (api: Member['api']): Promise<number> =>
      (await api.get<{ reliances: number }>(`${story.path}/journal/verification`)).reliances;
    await story.until(({ checks }) => Object.values(checks).every(({ verdict }) => verdict !== 'PENDING'));
    // The submission of the audit is the one that relies on anything and is not told before it is signed.
    expect(await told(story.supplier)).toBe((await told(office)) - 1);
    expect(await counted(office)).toBe(await told(office));
    expect(await counted(story.supplier)).toBe(await told(story.supplier));
  });
});
