import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FactRow } from '#persistence';
import { sectionsOf } from '../../apps/dev/src/play/supplier.js';
import { Story, type JournalRow } from '../support/story.js';
import { World } from '../support/world.js';

describe('what the office enters for a supplier', () => {
  let world: World;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
  });
  afterAll(() => world.close());

  const office = () => world.parties.officer.api;
  const sections = async () =>
    (await story.supplier.get<{ items: FactRow[] }>(`${story.path}/sections`)).items.map(
      ({ item, version, onBehalf }) => ({ item, version, onBehalf }),
    );
  const section = (name: string): string => `${story.path}/sections/${name}`;

  it('is marked as such to the supplier, fact by fact, until the supplier writes it itself', async () => {
    const { profile, ...others } = sectionsOf(story.applicant);
    await office().put(section('profile'), profile);
    for (const [name, content] of Object.entries(others)) await office().put(section(name), content);
    const marked = Object.keys({ profile, ...others }).map((item) => ({ item, version: 1, onBehalf: true }));
    const seen = await sections();
    expect(seen).toHaveLength(marked.length);
    expect(seen).toEqual(expect.arrayContaining(marked));
    await story.supplier.put(section('profile'), profile, 1);
    expect(await sections()).toContainEqual({ item: 'profile', version: 2, onBehalf: false });
    await office().put(section('profile'), profile, 2);
    expect(await sections()).toContainEqual({ item: 'profile', version: 3, onBehalf: true });
  });

  it('stays marked in the history of the fact, which nobody can change', async () => {
    const revisions = `select version, on_behalf as "onBehalf", organisation_id as "organisationId" from fact_revision
      where qualification_id = $1 and item = 'profile' order by version`;
    const [programme, supplier] = [world.parties.office.organisationId, story.applicant.supplierId];
    expect(await world.rows(revisions, [story.id])).toEqual([
      { version: 1, onBehalf: true, organisationId: programme },
      { version: 2, onBehalf: false, organisationId: supplier },
      { version: 3, onBehalf: true, organisationId: programme },
    ]);
    const erase = world.rows('update fact_revision set on_behalf = false where qualification_id = $1', [
      story.id,
    ]);
    await expect(erase).rejects.toMatchObject({ message: 'fact_revision is append-only' });
  });

  it('is marked in the journal for ever, decision by decision, as the supplier reads it', async () => {
    await office().ask(story.id, { type: 'submit-application' });
    await office().ask(story.id, { type: 'withdraw', reason: 'cost' });
    const { items } = await story.supplier.get<{ items: JournalRow[] }>(`${story.path}/journal`);
    expect(items.map(({ entry }) => ({ command: entry.command, onBehalf: entry.onBehalf }))).toEqual([
      { command: 'open', onBehalf: false },
      { command: 'submit-application', onBehalf: true },
      { command: 'withdraw', onBehalf: true },
    ]);
  });
});
