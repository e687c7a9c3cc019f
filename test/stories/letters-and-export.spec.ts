import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditorQualityView, ExportedCase, LetterView, SupplierExport } from '#contracts';
import { registryOf } from '../../apps/dev/src/play/parties.js';
import { enterSupplier } from '../../apps/dev/src/play/supplier.js';
import { raw } from '../support/raw.js';
import { keyOfCase } from '../support/shadow-draw.js';
import { someFirm, Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
interface Summary {
  readonly seq: number;
  readonly decisions: readonly string[];
}
const ABSENT = { status: 404, code: 'not-found' };
const REFUSED = { status: 403, code: 'role-not-allowed' };

describe('a supplier that was assessed, qualified and suspended', () => {
  let world: World;
  let story: Story;
  let letters: readonly Summary[];
  beforeAll(async () => {
    world = await World.open();
    const { name } = someFirm();
    const applicant = await enterSupplier(world.parties, someFirm({ name: `${name} <b>& Sons</b>` }));
    const key = keyOfCase(applicant, 'not-drawn');
    story = await (await Story.renew(world, applicant, undefined, undefined, key)).qualified();
    await world.parties.officer.api.ask(story.id, {
      ...{ type: 'suspend', cause: 'critical-incident', note: 'The boiler house burned down.' },
    });
    letters = (await story.supplier.get<Page<Summary>>(`${story.path}/letters`)).items;
  });
  afterAll(() => world.close());

  const letter = (decision: string): string =>
    `${story.path}/letters/${letters.find(({ decisions }) => decisions.includes(decision))?.seq ?? 0}`;

  it('has a letter about each decision, with reasons, what it rests on and what can be done next', async () => {
    expect(letters.map(({ decisions }) => decisions)).toEqual([
      ['assessment-passed'],
      ['qualification-granted'],
      ['qualification-suspended'],
    ]);
    const granted = LetterView.parse(await story.supplier.get(letter('qualification-granted')));
    expect(granted.decisions[0]?.text).toMatch(
      /^The qualification was granted: grade A, valid until \d+ \w+ \d{4}\.$/,
    );
    expect(granted.restsOn.map(({ text }) => text)).toContain('The audit: grade A, 100 of 100.');
    const path = letter('qualification-suspended');
    const suspended = LetterView.parse(await world.parties.officer.api.get(`${path}?lang=km`));
    expect(suspended).toMatchObject({
      language: 'km',
      draftTranslation: true,
      signedBy: [{ role: 'officer' }],
    });
    expect(suspended.next.map(({ code }) => code)).toContain('next:appeal');
    expect(JSON.stringify(suspended)).not.toMatch(/boiler/);
    const { items } = await story.supplier.get<Page<{ operation: string; item: string | null }>>(
      `${story.path}/accesses?limit=200`,
    );
    const item = path.split('/').at(-1);
    expect(items).toContainEqual(expect.objectContaining({ operation: 'getLetter', item }) as object);
  });

  it('can print it: a page in its language that loads nothing and escapes names', async () => {
    const path = `${letter('qualification-suspended')}?lang=km`;
    const page = await raw('GET', path, {
      token: story.applicant.member.token,
      headers: { accept: 'text/html' },
    });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none';style-src 'sha256-/);
    expect(page.text).toContain('<html lang="km">');
    expect(page.text).toContain('&lt;b&gt;&amp; Sons&lt;/b&gt;');
    expect(page.text).not.toContain('<b>');
  });

  it('is alone with the office in reading them', async () => {
    const path = letter('qualification-granted');
    const { mill, auditor, brand } = world.parties;
    for (const { api } of [mill.requester, auditor]) expect(await refusal(api.get(path))).toEqual(REFUSED);
    const stranger = await Story.open(world);
    for (const api of [stranger.supplier, brand.requester.api])
      expect(await refusal(api.get(path))).toEqual(ABSENT);
    expect(await refusal(story.supplier.get(`${story.path}/letters/1`))).toEqual(ABSENT);
    expect(await refusal(story.supplier.get(`${path}?lang=fr`))).toMatchObject({ status: 422 });
  });

  it('takes all of its own data away in one file, in the form that is documented', async () => {
    const path = `/v1/suppliers/${story.applicant.supplierId}/export`;
    const answer = await raw('GET', path, { token: story.applicant.member.token });
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    const all = SupplierExport.parse(answer.body);
    const [only, ...more] = all.qualifications.map((one) => ExportedCase.parse(one));
    expect(more).toEqual([]);
    expect(all.sites).toHaveLength(1);
    expect(only?.qualification.id).toBe(story.id);
    expect(JSON.stringify(only?.facts)).toContain('Sokha Example');
    expect(only?.letters).toHaveLength(3 * letters.length);
    expect(only?.journal).toHaveLength((await story.journal()).length);
    expect(only?.consents).toHaveLength(1);
    expect(only?.accesses.length).toBeGreaterThan(0);
    expect(answer.text).not.toContain('boiler');
  });

  it('is alone in that, and may ask for it six times an hour', async () => {
    const { supplierId, member } = story.applicant;
    const path = `/v1/suppliers/${supplierId}/export`;
    const manager = await registryOf(world.parties).member(supplierId, 'Manager', 'administrator');
    for (const { api } of [manager, world.parties.officer, world.parties.mill.requester])
      expect(await refusal(api.get(path))).toEqual(REFUSED);
    expect(await refusal((await Story.open(world)).supplier.get(path))).toEqual(ABSENT);
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push((await raw('GET', path, { token: member.token })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('has an auditor whose rates and time on site the office sees, and nobody else', async () => {
    const { officer, auditor, mill } = world.parties;
    const path = `/v1/audit-firms/${auditor.organisationId}/quality`;
    const seen = AuditorQualityView.parse(await officer.api.get(path));
    const [audit] = seen.audits.filter(({ qualificationId }) => qualificationId === story.id);
    expect(audit).toMatchObject({
      auditorId: auditor.personId,
      hurried: true,
      photoHours: null,
      shadow: false,
    });
    expect(seen.shadowed).toEqual({ drawn: 0, done: 0, differing: 0 });
    const outcome = {
      ...{ lookedBy: { personId: officer.personId, organisationId: officer.organisationId } },
      ...{ visitedOn: '2026-01-01', verdict: 'agrees' },
    };
    const shadow = officer.api.post(`/v1/shadow-audits/${story.id}`, outcome);
    expect(await refusal(shadow)).toEqual({ status: 409, code: 'status-differs' });
    expect(audit?.hours).toBeGreaterThanOrEqual(0);
    const [rates] = seen.auditors;
    expect(rates).toMatchObject({ auditorId: auditor.personId, verdict: 'too-few', findings: 0 });
    expect(rates?.asked).toBeGreaterThan(20);
    expect(await refusal(auditor.api.get(path))).toEqual(REFUSED);
    const noFirm = `/v1/audit-firms/${mill.organisationId}/quality`;
    expect(await refusal(officer.api.get(noFirm))).toEqual(ABSENT);
  });
});

describe('an auditor with a tie to the supplier', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('is not assigned while there is one; of the tie only its kind is told, to the office', async () => {
    const { officer, auditor, mill } = world.parties;
    const story = await (await Story.open(world)).accept();
    await story.reaches('running');
    const { supplierId } = story.applicant;
    const setPhone = async (id: string, phone: string): Promise<void> => {
      const path = `/v1/organisations/${id}`;
      const { etag } = await officer.api.request('GET', path);
      await officer.api.request('PATCH', path, { phone }, { 'if-match': etag ?? '' });
    };
    await setPhone(supplierId, '+855 12 777 001');
    await setPhone(auditor.organisationId, '012 777 001');
    const { personId: auditorId, organisationId: firmId } = auditor;
    const path = `${story.path}/conflicts`;
    expect(await officer.api.get(path)).toEqual({ auditor: null, items: [] });
    expect(await officer.api.get(`${path}?auditorId=${auditorId}&firmId=${firmId}`)).toEqual({
      auditor: { personId: auditorId, organisationId: firmId },
      items: [
        { kind: 'shared-phone', organisationId: supplierId },
        { kind: 'undeclared', organisationId: firmId },
      ],
    });
    const assign = () => officer.api.ask(story.id, { type: 'assign-auditor', auditorId, firmId });
    expect(await refusal(assign())).toEqual({
      ...{ status: 409, code: 'conflict-of-interest', items: ['shared-phone'] },
    });
    await setPhone(auditor.organisationId, '012 777 002');
    await assign();
    expect(await officer.api.get(path)).toEqual({
      auditor: { personId: auditorId, organisationId: firmId },
      items: [{ kind: 'undeclared', organisationId: firmId }],
    });
    for (const { api } of [story.applicant.member, auditor])
      expect(await refusal(api.get(path))).toEqual(REFUSED);
    expect(await refusal(mill.requester.api.get(path))).toEqual(ABSENT);
    expect(await refusal(officer.api.get(`${path}?firmId=${firmId}`))).toMatchObject({ status: 422 });
  });
});
