import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { SchemeContent } from '#domain';
import type { Member } from '../../apps/dev/src/play/parties.js';
import { Browsers, type Seat } from '../support/browsers.js';
import { World } from '../support/world.js';

const yes = ({ page }: Seat) => page.getByRole('button', { name: 'Yes, do it' }).click();

describe('a version of a scheme', () => {
  let world: World;
  let browsers: Browsers;
  interface Written {
    readonly id: string;
    readonly version: string;
    readonly status: string;
    readonly content: SchemeContent;
  }
  let schemeId: string;
  const name = `spec-${randomUUID().slice(0, 8)}`;
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
    const [found] = await world.rows<{ id: string }>(
      'select scheme_id as id from scheme_version where id = $1',
      [world.parties.schemeVersionId],
    );
    schemeId = found?.id ?? '';
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });
  const see = async (who: Member, path: string): Promise<Seat> => {
    const seat = await browsers.as(who);
    await seat.see(`/app${path}`);
    return seat;
  };
  const written = async (): Promise<Written> => {
    const { api } = world.parties.officer;
    const { items } = await api.get<{ items: Written[] }>(`/v1/schemes/${schemeId}/versions?limit=100`);
    const id = items.find(({ version }) => version === name)?.id ?? '';
    return api.get<Written>(`/v1/schemes/${schemeId}/versions/${id}`);
  };
  const weightOf = ({ content }: Written) => content.checklist.items.find(({ id }) => id === 'BL-01')?.weight;
  const save = async ({ page }: Seat, weight: string): Promise<void> => {
    await page.getByLabel('Weight').fill(weight);
    await page.getByText('Not saved yet').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
  };

  it('is drafted, and is not handed in with a question that weighs nothing', async () => {
    const seat = await see(world.parties.officer, `/schemes/${schemeId}`);
    const { page } = seat;
    await page.getByLabel('Name of the version').fill(name);
    await page.getByRole('button', { name: 'Begin the draft' }).click();
    await page.getByRole('heading', { level: 1, name: `Version ${name}` }).waitFor();
    await page.getByRole('link', { name: /^BL-01/ }).click();
    await page.getByRole('heading', { level: 1, name: 'BL-01' }).waitFor();
    await save(seat, '០');
    expect(weightOf(await written())).toBe(0);
    expect(await seat.barriers()).toEqual([]);
    await page.getByRole('link', { name: `Version ${name}` }).click();
    await page.getByRole('button', { name: 'Hand it in' }).click();
    const refused = page.getByRole('alert');
    await refused.getByText('the weight must be above 0').waitFor();
    expect((await written()).status).toBe('draft');
    // The refusal is the browser's to tell as well: it answered 422.
    seat.faults.length = 0;
    expect(await seat.barriers()).toEqual([]);
    await refused.getByRole('link', { name: 'BL-01' }).click();
    await save(seat, '9');
    await seat.context.close();
  });

  it('asks who leaves before it is saved, and lets a person choose when two wrote the same question', async () => {
    const { officer, secondOfficer } = world.parties;
    const { id } = await written();
    const [dara, bopha] = [
      await see(officer, `/schemes/${schemeId}/${id}/BL-01`),
      await see(secondOfficer, `/schemes/${schemeId}/${id}/BL-01`),
    ];
    await dara.page.getByLabel('Weight').fill('3');
    await dara.page.getByRole('link', { name: /^Next/ }).click();
    await dara.page.getByText('What you wrote is not saved. Leave it?').waitFor();
    await dara.page.getByRole('button', { name: 'Stay here' }).click();
    await save(bopha, '4');
    await dara.page.getByRole('button', { name: 'Save', exact: true }).click();
    await dara.page.getByText('Somebody else saved this meanwhile').waitFor();
    expect(weightOf(await written())).toBe(4);
    dara.faults.length = 0;
    expect(await dara.barriers()).toEqual([]);
    await dara.page.getByRole('button', { name: 'Keep mine' }).click();
    await dara.page.getByRole('button', { name: 'Save', exact: true }).click();
    await dara.page.getByText('Saved', { exact: true }).waitFor();
    expect(weightOf(await written())).toBe(3);
    await dara.context.close();
    await bopha.context.close();
  });

  it('is read as an auditor would be asked it, and against the last one', async () => {
    const { id } = await written();
    const seat = await see(world.parties.officer, `/schemes/${schemeId}/${id}?tab=preview`);
    const { page } = seat;
    const count = page.getByRole('status').filter({ hasText: 'at such a site' });
    const whole = await count.innerText();
    await page.getByLabel('Checklist').selectOption('core');
    await count.filter({ hasNotText: whole }).waitFor();
    await page.getByLabel('Words in').selectOption('km');
    await page.locator('p[lang="km"]').first().waitFor();
    expect(new URL(page.url()).searchParams.get('profile')).toBe('core');
    expect(await seat.barriers()).toEqual([]);
    await page.getByRole('link', { name: 'What is new' }).click();
    const part = page.getByRole('region', { name: 'BL-01 changed' });
    expect(await part.innerText()).toMatch(/Weight\s+Before\s+5\s+Now\s+3/);
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });

  it('is handed in by one person, published by another, and never by the same', async () => {
    const { officer, secondOfficer } = world.parties;
    const { id } = await written();
    const dara = await see(officer, `/schemes/${schemeId}/${id}`);
    await dara.page.getByRole('button', { name: 'Hand it in' }).click();
    await dara.page.getByText('You wrote it or handed it in, so another officer has to publish').waitFor();
    expect(await dara.page.getByRole('button', { name: 'Publish it' }).count()).toBe(0);
    expect(await dara.barriers()).toEqual([]);

    const bopha = await see(secondOfficer, `/schemes/${schemeId}/${id}`);
    await bopha.page.getByText('Send it back', { exact: true }).click();
    await bopha.page.getByLabel('What should change').fill('Three is little.');
    await bopha.page.getByRole('button', { name: 'Send it back with this note' }).click();
    await bopha.page.getByText('It was sent back: Three is little.').waitFor();
    await dara.page.reload();
    await dara.page.getByText('It was sent back: Three is little.').waitFor();
    await dara.page.getByRole('button', { name: 'Hand it in' }).click();
    await dara.page.getByText('You wrote it or handed it in').waitFor();

    await bopha.page.reload();
    await bopha.page.getByRole('button', { name: 'Publish it' }).click();
    await yes(bopha);
    await bopha.page.getByText('Published: new cases may begin with it').waitFor();
    expect((await written()).status).toBe('published');
    expect(await bopha.barriers()).toEqual([]);
    await dara.page.reload();
    await dara.page.getByText(/written by you.*published by Bopha/).waitFor();
    await dara.context.close();
    await bopha.context.close();
  });

  it('leaves as a file and comes back as a draft; what is no version is refused', async () => {
    const { content } = await written();
    const seat = await see(world.parties.officer, `/schemes/${schemeId}`);
    const { page } = seat;
    await page.getByText('Begin from a file').click();
    const load = (text: string) =>
      page
        .getByLabel('File of a version')
        .setInputFiles({ name: 'scheme.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await load('{"not": ');
    await page.getByRole('alert').getByText('This file is no version of a scheme').waitFor();
    const scheme = { code: 'GFT', name: 'Inputs' };
    const file = { $schema: 'selvedge-scheme-1', scheme, version: `${name}-file`, content };
    await load(JSON.stringify({ ...file, content: { ...content, maxFailedPilots: 0 } }));
    await page
      .getByRole('alert')
      .getByText(/^maxFailedPilots/)
      .waitFor();
    seat.faults.length = 0;
    expect(await seat.barriers()).toEqual([]);
    await load(JSON.stringify(file));
    await page.getByRole('heading', { level: 1, name: `Version ${name}-file` }).waitFor();
    await page.getByText('Draft', { exact: true }).waitFor();
    await seat.context.close();
  });

  it('is written by officers alone', async () => {
    const seat = await see(world.parties.reviewer, `/schemes/${schemeId}`);
    await seat.page.getByText(`Version ${name}`, { exact: true }).waitFor();
    expect(await seat.page.getByRole('button', { name: 'Begin the draft' }).count()).toBe(0);
    await seat.page.getByText(`Version ${name}`, { exact: true }).click();
    await seat.page.getByText('Officers write, publish and retire versions.').waitFor();
    expect(await seat.page.getByRole('button', { name: 'Retire it' }).count()).toBe(0);
    await seat.context.close();
  });
});
