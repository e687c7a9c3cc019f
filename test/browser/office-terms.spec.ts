import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { SchemeContent } from '#domain';
import type { Member } from '../../apps/dev/src/play/parties.js';
import { Browsers, type Seat } from '../support/browsers.js';
import { World } from '../support/world.js';

const group = ({ page }: Seat, name: string) => page.getByRole('group', { name, exact: true });
const region = ({ page }: Seat, name: string) => page.getByRole('region', { name, exact: true });
const saveButton = ({ page }: Seat) => page.getByRole('button', { name: 'Save', exact: true });
const save = async (seat: Seat): Promise<void> => {
  await seat.page.getByText('Not saved yet').waitFor();
  await saveButton(seat).click();
  await seat.page.getByText('Saved', { exact: true }).waitFor();
};

describe('what a draft of a scheme says beside its questions', () => {
  let world: World;
  let browsers: Browsers;
  let schemeId: string;
  let draftId: string;
  interface Written {
    readonly status: string;
    readonly revision: number;
    readonly content: SchemeContent;
  }
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
    const basedOn = world.parties.schemeVersionId;
    const [found] = await world.rows<{ id: string }>(
      'select scheme_id as id from scheme_version where id = $1',
      [basedOn],
    );
    schemeId = found?.id ?? '';
    const body = { version: `terms-${randomUUID().slice(0, 8)}`, basedOn };
    const { id } = await world.parties.officer.api.post<{ id: string }>(
      `/v1/schemes/${schemeId}/versions`,
      body,
    );
    draftId = id;
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });
  const see = async (path: string, who: Member = world.parties.officer): Promise<Seat> => {
    const seat = await browsers.as(who);
    await seat.see(`/app/schemes/${schemeId}/${draftId}${path}`);
    return seat;
  };
  const written = () => world.parties.officer.api.get<Written>(`/v1/schemes/${schemeId}/versions/${draftId}`);
  const content = async (): Promise<SchemeContent> => (await written()).content;

  it('gives grades from other scores on, never out of order, and takes back what is not saved', async () => {
    const seat = await see('?tab=terms');
    const { page } = seat;
    const before = (await content()).checklist.scoring;
    expect(await seat.barriers()).toEqual([]);
    await page.getByRole('link', { name: 'Change grades and thresholds' }).click();
    const lowest = group(seat, 'Grade B').getByLabel('Lowest score');
    await lowest.fill('99');
    await group(seat, 'Grade B').getByText('It must be worse than the grade before').waitFor();
    await page.getByText('Not saved: please mend what is marked first').waitFor();
    expect(await lowest.getAttribute('aria-invalid')).toBe('true');
    expect(await saveButton(seat).isDisabled()).toBe(true);
    expect((await content()).checklist.scoring).toEqual(before);
    expect(await seat.barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Undo my changes' }).click();
    expect(await lowest.inputValue()).toBe(String(before.grades[1]?.min));
    expect(await page.getByText(/^Not saved/).count()).toBe(0);

    await lowest.fill('៧៣');
    await group(seat, 'Grade C').getByLabel('Most open major findings').fill('');
    await page.getByLabel('EN · ').fill('45');
    await page.getByLabel('Partial', { exact: true }).fill('40');
    await save(seat);
    const { grades, sectionFloors, values } = (await content()).checklist.scoring;
    expect(grades[1]).toEqual({ ...before.grades[1], min: 73 });
    expect(grades[2]?.maxMajorOpen).toBeUndefined();
    expect(sectionFloors).toEqual({ ...before.sectionFloors, EN: 45 });
    expect(values).toEqual({ ...before.values, partial: 0.4 });
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });

  it('lets something take more working days, and reminds of it earlier', async () => {
    const seat = await see('?tab=terms');
    const { page } = seat;
    const before = (await content()).deadlines.review;
    await page.getByRole('link', { name: /^Review/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor();
    await page.getByRole('textbox', { name: 'It may take' }).fill('ten');
    await page.getByText('Please write a whole number from 0 to 260.').waitFor();
    expect(await saveButton(seat).isDisabled()).toBe(true);
    expect(await seat.barriers()).toEqual([]);
    await page.getByRole('textbox', { name: 'It may take' }).fill('10');
    await page.getByText(/^It would be due on/).waitFor();
    await page.getByRole('button', { name: 'Add a reminder or an escalation' }).click();
    const step = group(seat, `Step ${before.steps.length + 1}`);
    await step.getByLabel('How long').fill('3');
    await step.getByLabel('Counted in').selectOption('workingDays');
    await page.getByRole('button', { name: 'Remove step 1', exact: true }).click();
    await save(seat);
    expect((await content()).deadlines.review).toEqual({
      within: { workingDays: 10 },
      steps: [...before.steps.slice(1), { step: 'remind', from: 'due', workingDays: -3 }],
    });
    expect(await seat.barriers()).toEqual([]);
    await seat.see(`/app/schemes/${schemeId}/${draftId}/deadlines/validity`);
    await page.getByText('Its day comes from the case').waitFor();
    // The case waits for its end: that is no step which may go.
    expect(await page.getByRole('button', { name: /^Remove step/ }).count()).toBe(4);
    await seat.context.close();
  });

  it('samples the lots of one category more strictly, and tells what that comes to', async () => {
    const seat = await see('/terms/sampling');
    const before = await content();
    const trims = region(seat, 'Trims and accessories');
    const example = trims.getByRole('status');
    const usual = await example.innerText();
    await trims.getByLabel('AQL, major').selectOption('0.65');
    await example.filter({ hasNotText: usual }).waitFor();
    await trims.getByLabel('Also inspected by').selectOption('certificate-of-analysis');
    await save(seat);
    const { TRIMS, ...others } = (await content()).samplingPlan ?? {};
    expect(TRIMS).toEqual({ level: 'II', major: '0.65', minor: '4.0', alsoBy: 'certificate-of-analysis' });
    expect({ ...others, TRIMS: before.samplingPlan?.TRIMS }).toEqual(before.samplingPlan);
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });

  it('holds for as long as the grade says, and a better grade never for less', async () => {
    const seat = await see('/terms/validity');
    const { page } = seat;
    await page.getByLabel('Grade B').fill('36');
    await page.getByText('A better grade must not be valid for less time.').waitFor();
    expect(await page.getByLabel('Grade B').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Grade A').getAttribute('aria-invalid')).not.toBe('true');
    expect(await saveButton(seat).isDisabled()).toBe(true);
    expect(await seat.barriers()).toEqual([]);
    expect((await content()).validityMonths.B).toBe(18);
    await page.getByLabel('Grade B').fill('20');
    await page.getByLabel('How many pilot orders may fail').fill('3');
    await save(seat);
    expect(await content()).toMatchObject({
      ...{ validityMonths: { A: 24, B: 20, C: 12, D: 6 }, maxFailedPilots: 3 },
    });
    await seat.context.close();
  });

  it('needs a certificate more, and says what follows when it ends', async () => {
    const seat = await see('/terms/certificates');
    const { page } = seat;
    const before = await content();
    const grace = page.getByLabel('Days of grace for a certificate');
    await grace.fill('400');
    await page.getByText('Please write a whole number from 0 to 365.').waitFor();
    expect(await saveButton(seat).isDisabled()).toBe(true);
    expect(await seat.barriers()).toEqual([]);
    await grace.fill('45');
    const packaging = group(seat, 'Packaging');
    await packaging.getByLabel('One more certificate').selectOption('GRS');
    await packaging.getByRole('button', { name: 'Remove Global Recycled Standard' }).waitFor();
    await region(seat, 'When a required certificate ends').getByLabel('Packaging').selectOption('suspend');
    await save(seat);
    expect(await content()).toMatchObject({
      requiredCertificates: { ...before.requiredCertificates, PACKAGING: ['GRS'] },
      ...{ certificateGraceDays: 45, certificateLapse: { PACKAGING: 'suspend' } },
    });
    await seat.context.close();
  });

  it('is told in the preview, and before and after in what is new', async () => {
    const seat = await see('?tab=preview');
    const heldTo = region(seat, 'What such a site is held to');
    await heldTo.getByText(/^from 73 · .*valid for 20 months$/).waitFor();
    await heldTo.getByText('Due dates, if each began now').click();
    await heldTo.getByText('Review', { exact: true }).waitFor();
    expect(await seat.barriers()).toEqual([]);
    await seat.see(
      `/app/schemes/${schemeId}/${draftId}?tab=changes&against=${world.parties.schemeVersionId}`,
    );
    const other = region(seat, '12 other things differ');
    await other.waitFor();
    const told = (await other.innerText()).replaceAll(/\s+/g, ' ');
    expect(told).toContain('How grades are made · Grades Before A: from');
    expect(told).toContain('Review · How long it may take Before 5 working days Now 10 working days');
    expect(told).toContain('Reminder 3 working days before the due date');
    expect(told).toContain('AQL, major Before 1.5 Now 0.65');
    expect(told).toContain('Months that a grade is valid · B Before 18 months Now 20 months');
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });

  it('leads from a refusal to the field that it is about', async () => {
    const { content: now, revision } = await written();
    const wrong = { ...now, validityMonths: { ...now.validityMonths, C: 60 } };
    const { api } = world.parties.officer;
    await api.put(`/v1/schemes/${schemeId}/versions/${draftId}`, { content: wrong }, revision);
    const seat = await see('');
    await seat.page.getByRole('button', { name: 'Hand it in' }).click();
    await seat.page
      .getByRole('alert')
      .getByRole('link', { name: 'Months that a grade is valid · C' })
      .click();
    await seat.page.getByText('A better grade must not be valid for less time.').waitFor();
    expect(await seat.page.getByLabel('Grade C').getAttribute('aria-invalid')).toBe('true');
    expect((await written()).status).toBe('draft');
    await seat.page.getByLabel('Grade C').fill('12');
    await save(seat);
    await seat.context.close();
  });

  it('is written by officers alone', async () => {
    const seat = await see('/terms/grades', world.parties.reviewer);
    await seat.page.getByText('Grade B', { exact: true }).waitFor();
    expect(await seat.page.getByRole('textbox').count()).toBe(0);
    expect(await saveButton(seat).count()).toBe(0);
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });
});
