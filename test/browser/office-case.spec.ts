import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DocumentView } from '#contracts';
import { until } from '../../apps/dev/src/play/api-client.js';
import { sendDocument, type FileToSend } from '../../apps/dev/src/play/documents.js';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { Browsers, findInList, type Screen, type Seat } from '../support/browsers.js';
import { jpeg, pdfOfPages } from '../support/good-files.js';
import { someFirm, Story } from '../support/story.js';
import { testStack, World } from '../support/world.js';
import { enterSupplier, fillIn } from '../../apps/dev/src/play/supplier.js';

const PHONE: Screen = { width: 360, language: 'km' };
const photo = async (name: string, seed: number): Promise<FileToSend> => ({
  ...{ name, type: 'image/jpeg', bytes: await jpeg(seed) },
});
const paper = (name: string, ...lines: string[]): FileToSend => ({
  ...{ name, type: 'application/pdf', bytes: pdfOfPages(...lines) },
});

describe('a case at the programme office', () => {
  let world: World;
  let browsers: Browsers;
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });

  const see = async (who: Member, path: string, screen?: Screen): Promise<Seat> => {
    const seat = await browsers.as(who, screen);
    await seat.see(`/app${path}`);
    return seat;
  };
  const caseAt = ({ id }: Story, rest = ''): string => `/qualifications/${id}${rest}`;
  /** Sends a file and waits until it was examined. */
  const send = async (
    story: Story,
    { token }: Member,
    file: FileToSend,
    about: Readonly<Record<string, string>>,
  ): Promise<string> => {
    const sender = { baseUrl: testStack().apiUrl, token };
    const id = await sendDocument(sender, file, { qualificationId: story.id, ...about });
    const { api } = world.parties.officer;
    const seen = await until(
      () => api.get<DocumentView>(`/v1/documents/${id}`),
      ({ status }) => status !== 'quarantined' && status !== 'receiving',
    );
    expect(seen.status).toBe('available');
    return id;
  };

  it('is looked through section by section, asked about, and accepted when it is complete', async () => {
    const story = await Story.open(world);
    const { member } = story.applicant;
    await fillIn(story.applicant, story.id);
    const first = await send(story, member, paper('patent-2025.pdf', 'Patent of last year'), {
      ...{ target: 'section', item: 'tax' },
    });
    await send(story, member, paper('patent-2026.pdf', 'Patent of this year', 'Seal'), {
      ...{ target: 'section', item: 'tax', replacesId: first },
    });
    await story.supplier.ask(story.id, { type: 'submit-application' });
    const seat = await see(world.parties.officer, caseAt(story, '/completeness'));
    const { page } = seat;
    await page.getByText('0 of 7 sections are in order.').waitFor();
    const tax = page.getByRole('region', { name: 'Tax' });

    await tax.getByRole('button', { name: 'patent-2026.pdf' }).click();
    await tax.locator('canvas[data-page="1"]').waitFor();
    await tax.getByRole('button', { name: 'Compare with the version before' }).click();
    await tax.getByText('Page 1 of 1', { exact: true }).waitFor();
    await tax.getByText('Page 1 of 2', { exact: true }).waitFor();
    expect(await seat.barriers()).toEqual([]);

    await tax.getByRole('checkbox', { name: 'Tax: I looked at it, it is in order' }).click();
    await tax.getByText(/^In order: Dara/).waitFor();
    await page.getByText('1 of 7 sections are in order.').waitFor();

    await tax.getByRole('button', { name: 'Ask about Tax' }).click();
    await tax.getByRole('combobox', { name: 'What do you ask about?' }).selectOption('patentYear');
    await tax.getByRole('combobox', { name: 'Question' }).selectOption('patent-of-this-year');
    await tax.getByRole('button', { name: 'Put it on the list' }).click();
    await page.reload();
    const asking = page.getByRole('region', { name: 'Questions for the supplier' });
    await asking.locator(':lang(km)').first().waitFor();
    await asking.getByLabel('Note for the supplier').fill('The seal cannot be read.');
    expect(await seat.barriers()).toEqual([]);
    await asking.getByRole('button', { name: 'Ask the supplier (1 question)' }).click();
    await page.getByText('The supplier is asked').first().waitFor();

    const asked = await story.supplier.case(story.id);
    expect(asked).toMatchObject({
      substate: 'information-requested',
      informationItems: ['tax.patentYear'],
      informationQuestions: { 'tax.patentYear': 'patent-of-this-year' },
    });
    const notes = await story.supplier.get<{ items: { text: string }[] }>(`${story.path}/notes`);
    expect(notes.items.map(({ text }) => text)).toEqual(['The seal cannot be read.']);

    const { items } = await story.supplier.get<{
      items: { item: string; content: object; version: number }[];
    }>(`${story.path}/sections`);
    const before = items.find(({ item }) => item === 'tax');
    const anew = { ...before?.content, sizeClass: 'small' };
    await story.supplier.put(`${story.path}/sections/tax`, anew, before?.version);
    await story.supplier.ask(story.id, { type: 'resubmit-application' });
    await page.reload();
    await tax.getByText(/^Written anew since/).waitFor();
    expect(await seat.barriers()).toEqual([]);

    await page.getByRole('button', { name: 'Accept as complete' }).click();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    expect((await story.see()).substate).toBe('submitted');
    await page.getByRole('button', { name: 'Accept as complete' }).click();
    await page.getByRole('button', { name: 'Yes, do it' }).click();
    await page.getByRole('region', { name: 'Questions for the supplier' }).waitFor({ state: 'detached' });
    expect((await story.see()).substate).not.toBe('submitted');
    await seat.context.close();
  });

  it('is given to an auditor, not to one whose firm has a tie to it, which is said in words', async () => {
    const OWNER = 'Veasnapich Nary';
    const { parties } = world;
    const applicant = await enterSupplier(parties, someFirm({ owner: OWNER }));
    const story = await (await Story.renew(world, applicant)).accept();
    await story.reaches('running');
    const firm = parties.otherAuditor.organisationId;
    const registry = registryOf(parties);
    const manager = await registry.member(firm, 'Manager', 'administrator');
    const vanna = `Vanna ${randomUUID()}`;
    const { personId } = await registry.member(parties.auditor.organisationId, vanna, 'auditor');
    const nothing = { owners: [], directors: [], addresses: [], accounts: [], consulted: [] };
    await manager.api.put(`/v1/organisations/${firm}/interests`, { ...nothing, owners: [OWNER] });

    const seat = await see(parties.officer, caseAt(story, '/assign'), PHONE);
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();

    const desk = await see(parties.officer, caseAt(story, '/assign'));
    const { page } = desk;
    const common = page.getByText('have an owner or director in common');
    const tied = await findInList(page, page.getByRole('article', { name: /^Mony/ }).filter({ has: common }));
    await tied.getByText('The rules do not let this auditor have the case.').waitFor();
    expect(await tied.getByRole('button').count()).toBe(0);
    await (await findInList(page, page.getByRole('button', { name: `Assign ${vanna}` }))).click();
    await page.getByRole('region', { name: 'The audit' }).getByText(vanna).waitFor();
    expect((await story.see()).audit.auditor?.personId).toBe(personId);
    expect(await desk.barriers()).toEqual([]);
    await desk.context.close();
  });

  it('is reviewed answer by answer beside its evidence, by keyboard, and approved', async () => {
    const { parties } = world;
    const story = await (await Story.open(world)).accept();
    await roles.goOnSite(parties, story.applicant, story.id);
    const about = { target: 'answer', item: 'BL-01' };
    const evidence = {
      'BL-01': [
        await send(story, parties.auditor, await photo('licence.jpg', 11), about),
        await send(story, parties.auditor, paper('register.pdf', 'Register', 'Directors'), about),
      ],
    };
    await roles.answerAll(parties, story.id, { 'QM-03': 'partial' }, evidence);
    await parties.auditor.api.ask(story.id, { type: 'submit-audit' });
    await story.reaches('review');

    const phone = await see(parties.reviewer, caseAt(story, '/review'), PHONE);
    await phone.page.locator('.evidence-large').waitFor();
    expect(await phone.barriers()).toEqual([]);
    await phone.context.close();

    const seat = await see(parties.reviewer, caseAt(story, '/review'));
    const { page } = seat;
    await page.getByText(/^Proposed grade/).waitFor();
    const answers = page.getByRole('region', { name: 'Answers and evidence' });
    await answers.getByRole('article', { name: /^BL-01/ }).waitFor();
    await page.keyboard.press('j');
    await answers.getByRole('article', { name: /^BL-02/ }).waitFor();
    await page.keyboard.press('k');
    await answers.getByRole('article', { name: /^BL-01/ }).waitFor();

    await answers.getByRole('button', { name: 'Look closely at licence.jpg' }).click();
    await page.getByRole('button', { name: 'Larger' }).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Escape');
    await page.locator('.yarl__root').waitFor({ state: 'detached' });
    await answers.getByRole('article', { name: /^BL-01/ }).waitFor();

    await answers.getByRole('button', { name: 'register.pdf' }).click();
    await answers.locator('canvas[data-page="1"]').waitFor();
    await answers.getByRole('button', { name: 'Next page' }).click();
    await answers.locator('canvas[data-page="2"]').waitFor();
    await answers.getByRole('button', { name: 'Larger' }).click();
    await answers.locator('canvas[data-page="2"]').waitFor();
    expect(await seat.barriers()).toEqual([]);

    await answers.getByLabel('Show').selectOption('findings');
    await answers.getByRole('article', { name: /^QM-03/ }).waitFor();
    await answers.getByText('Seen on the floor and discussed').waitFor();
    const decide = page.getByRole('region', { name: 'Decide', exact: true });
    await decide.getByText('The grade is too high for this.').waitFor();
    await decide.getByRole('button', { name: 'Approve the assessment' }).click();
    await decide.getByRole('button', { name: 'Yes, do it' }).click();
    await story.reaches('ready');
    await decide.getByText('nothing to decide').waitFor();
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });

  it('tells an officer what may be done, and takes a verdict on a check that no machine can give', async () => {
    const story = await (await Story.open(world)).accept();
    await story.until(({ checks }) => checks['business-registration']?.verdict === 'POTENTIAL');
    const phone = await see(world.parties.officer, caseAt(story), PHONE);
    expect(await phone.barriers()).toEqual([]);
    await phone.context.close();

    const seat = await see(world.parties.officer, caseAt(story));
    const { page } = seat;
    const may = page.getByRole('region', { name: 'What you can do now' });
    await may.getByRole('link', { name: 'Choose the auditor' }).waitFor();
    const checks = page.getByRole('region', { name: 'Compliance checks' });
    await checks.getByRole('button', { name: /^Give a verdict: .*registration …$/i }).click();
    await checks.getByRole('combobox', { name: 'Verdict' }).selectOption('PASS');
    await checks.getByRole('combobox', { name: 'Where you looked' }).selectOption('business-registry');
    await checks.getByLabel('When you looked').fill((await story.see()).caseTime.slice(0, 10));
    await checks.getByRole('textbox', { name: 'Note' }).fill('Active, same name and address.');
    expect(await seat.barriers()).toEqual([]);
    await checks.getByRole('button', { name: /^Give a verdict: .*registration$/i }).click();
    await page.getByRole('region', { name: 'Notes' }).getByText('Active, same name and address.').waitFor();
    expect((await story.see()).checks['business-registration']?.verdict).toBe('PASS');
    expect(await seat.barriers()).toEqual([]);
    await seat.context.close();
  });
});
