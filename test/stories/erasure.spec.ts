import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import * as roles from '../../apps/dev/src/play/roles.js';
import { sectionsOf } from '../../apps/dev/src/play/supplier.js';
import { everyItem } from '../support/pages.js';
import { tablesWith, tablesWithEach } from '../support/search-tables.js';
import { Story } from '../support/story.js';
import { tamper } from '../support/tampering.js';
import { refusal, World } from '../support/world.js';

/** Words that stand nowhere else. The first owner is on an invented sanctions list. */
const OWNER = 'VEASNAPICH, Rattanakiri Test';
const OTHER_OWNER = 'Zebedee Marlinspike';
const CONTACT = {
  ...{ contactName: 'Ottilie Quarrymane', contactPhone: '+85512987442' },
  contactEmail: 'ottilie@quarrymane.example',
};
const SIGNATORY = 'Fenwick Larkspurr';
const NOTE = 'Her brother was born in Kampot';
const REASON = 'asked-by-the-person';

interface Section {
  readonly item: string;
  readonly content: Record<string, unknown>;
  readonly erased: readonly string[];
}
interface Erased {
  readonly id: string;
  readonly subject: string;
  readonly erasedBy: string;
}

describe('the people in a case', () => {
  let world: World;
  let story: Story;
  let other: Story;
  let path: string;
  const officer = () => world.parties.officer.api;
  const erase = (subject: string, reason = REASON, key?: string) =>
    officer().post<Erased>(path, { subject, reason }, key);
  const sections = async (): Promise<Record<string, Section>> => {
    const { items } = await story.supplier.get<{ items: Section[] }>(`${story.path}/sections`);
    return Object.fromEntries(items.map((one) => [one.item, one]));
  };
  const hits = async (): Promise<unknown> => {
    type Checks = { items: { kind: string; lastRun: { explanation: { params: unknown }[] } | null }[] };
    const { items } = await officer().get<Checks>(`${story.path}/compliance-checks`);
    return items.find(({ kind }) => kind === 'sanctions')?.lastRun?.explanation.map(({ params }) => params);
  };

  async function fillIn(): Promise<void> {
    const written = sectionsOf(story.applicant);
    Object.assign(written['profile'] ?? {}, CONTACT);
    Object.assign(written['declaration'] ?? {}, { signedBy: SIGNATORY });
    written['owners'] = {
      owners: [
        { id: 'o1', kind: 'person', name: OWNER, sharePercent: 60 },
        { id: 'o2', kind: 'person', name: OTHER_OWNER, sharePercent: 40 },
      ],
    };
    for (const [name, content] of Object.entries(written))
      await story.supplier.put(`${story.path}/sections/${name}`, content);
  }

  /** Two officers say that the list means somebody else. */
  async function clearHit(): Promise<void> {
    type Hits = { items: { kind: string; hits: { id: string }[] }[] };
    const { items } = await officer().get<Hits>(`${story.path}/compliance-checks`);
    const [{ id: hit = '' } = {}] = items.find(({ kind }) => kind === 'sanctions')?.hits ?? [];
    const pair = { check: 'sanctions', hit } as const;
    await officer().ask(story.id, { type: 'clear-hit', ...pair, reason: 'other-birth-date', note: NOTE });
    await world.parties.secondOfficer.api.ask(story.id, { type: 'confirm-clearing', ...pair });
  }

  /** So many years went by since the end of the case was recorded. */
  const passYears = (years: number) =>
    world.rows(`update qualification set updated_at = now() - make_interval(years => $2) where id = $1`, [
      story.id,
      years,
    ]);

  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    other = await Story.open(world);
    path = `${story.path}/erasures`;
    await fillIn();
    await story.supplier.ask(story.id, { type: 'submit-application' });
    await roles.accept(world.parties, story.id);
  });
  afterAll(() => world.close());

  it('are screened by the names that nobody finds in the tables', async () => {
    expect((await story.see()).checks).toMatchObject({ sanctions: { verdict: 'POTENTIAL' } });
    expect(await hits()).toEqual([
      expect.objectContaining({ subject: 'owner:o1', list: expect.any(String), entryId: expect.any(String) }),
    ]);
    const words = [OWNER, OTHER_OWNER, SIGNATORY, CONTACT.contactName, CONTACT.contactEmail];
    expect(await tablesWithEach(world, words)).toEqual(Object.fromEntries(words.map((word) => [word, []])));
    // What firms are compared by: the telephone that the contact declared is filed as the firm's.
    expect(await tablesWith(world, CONTACT.contactPhone)).toEqual(['organisation']);
  });

  it('are listed for the office and their own firm, and for nobody else', async () => {
    const list = `${story.path}/data-subjects`;
    type List = { items: { subject: string; erasedAt: string | null; retainedUntil: string | null }[] };
    const { items } = await story.supplier.get<List>(list);
    expect(items.map(({ subject }) => subject)).toEqual(['contact', 'owner:o1', 'owner:o2', 'signatory']);
    expect(items[0]).toMatchObject({ erasedAt: null, retainedUntil: null });
    const first = await officer().get<List & { next: string }>(`${list}?limit=2`);
    const second = await officer().get<List>(`${list}?limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items]).toEqual(items);
    expect(await refusal(other.supplier.get(list))).toEqual({ status: 404, code: 'not-found' });
  });

  it('stay while the case is open', async () => {
    const open = { status: 409, code: 'retained', items: ['case-open'] };
    expect(await refusal(erase('owner:o1'))).toEqual(open);
    await clearHit();
    expect(await tablesWith(world, NOTE)).toEqual([]);
    await story.reaches('running');
    await roles.audit(world.parties, story.applicant, story.id);
    expect(await refusal(erase('owner:o1'))).toEqual(open);
    await story.supplier.ask(story.id, { type: 'withdraw', reason: 'cost' });
  });

  it('stay for five years after its end', async () => {
    const { items: [until = ''] = [] } = await refusal(erase('owner:o1'));
    const years = (Date.parse(until) - Date.now()) / (365.25 * 86_400_000);
    expect(years).toBeCloseTo(5, 1);
    await passYears(4);
    expect(await refusal(erase('owner:o1'))).toMatchObject({ status: 409, code: 'retained' });
    expect((await sections())['owners']).toMatchObject({ erased: [] });
    await passYears(5);
  });

  it('are erased by an officer only, in a case that is there, by a name that is known', async () => {
    const body = { subject: 'owner:o1', reason: REASON };
    expect(await refusal(story.supplier.post(path, body))).toEqual({ status: 403, code: 'role-not-allowed' });
    const { reviewer } = world.parties;
    expect(await refusal(reviewer.api.post(path, body))).toEqual({ status: 403, code: 'role-not-allowed' });
    expect(await refusal(other.supplier.post(path, body))).toEqual({ status: 404, code: 'not-found' });
    const nowhere = `/v1/qualifications/${randomUUID()}/erasures`;
    expect(await refusal(officer().post(nowhere, body))).toEqual({ status: 404, code: 'not-found' });
    expect(await refusal(erase('owner:o9'))).toEqual({ status: 404, code: 'not-found' });
    expect(await refusal(erase('Rattanakiri Test'))).toEqual({ status: 422, code: 'validation' });
    expect(await refusal(erase('owner:o1', 'because she said so'))).toEqual({
      status: 422,
      code: 'validation',
    });
    expect((await sections())['owners']).toMatchObject({ erased: [] });
  });

  it('are asked for by their firm: the office finds a task, once, and it is settled with the erasure', async () => {
    const ask = `${story.path}/erasure-requests`;
    const subject = 'owner:o1';
    expect(await refusal(other.supplier.post(ask, { subject }))).toEqual({ status: 404, code: 'not-found' });
    expect(await refusal(officer().post(ask, { subject }))).toEqual({
      status: 403,
      code: 'role-not-allowed',
    });
    const unknown = story.supplier.post(ask, { subject: 'owner:o9' });
    expect(await refusal(unknown)).toEqual({ status: 404, code: 'not-found' });
    await story.supplier.post(ask, { subject });
    await story.supplier.post(ask, { subject });
    const tasks = async () => {
      const items = await everyItem<{ kind: string; subject: string }>(
        officer(),
        '/v1/office-tasks?limit=200',
      );
      return items.filter((task) => task.subject === `${story.id}/${subject}`).map(({ kind }) => kind);
    };
    expect(await tasks()).toEqual(['erasure-asked']);
    await erase(subject);
    expect(await tasks()).toEqual([]);
  });

  it('are gone with their keys: from the sections, from what was found of them, and for whoever reads the tables', async () => {
    const { owners } = await sections();
    expect(owners).toMatchObject({
      content: {
        owners: [
          { id: 'o1', kind: 'person', sharePercent: 60 },
          { id: 'o2', name: OTHER_OWNER },
        ],
      },
      erased: ['#/owners/0/name'],
    });
    expect(JSON.stringify(owners)).not.toContain('VEASNAPICH');
    expect(await hits()).toEqual([
      { subject: 'owner:o1', band: 'strong', hit: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    const left = await world.rows(
      `select subject, count(*)::int as keys from subject_key
        where qualification_id = $1 and subject like 'owner:%' and sealed is not null group by 1`,
      [story.id],
    );
    expect(left).toEqual([{ subject: 'owner:o2', keys: 1 }]);
    const compared = `select subject from interest where qualification_id = $1 and item = 'owners'`;
    expect(await world.rows(compared, [story.id])).toEqual([{ subject: 'owner:o2' }]);
    expect(await story.faults()).toEqual([]);
  });

  it('are erased once: again is the same answer, and a key is good for one of them', async () => {
    const key = randomUUID();
    const first = await erase('signatory', REASON, key);
    expect(first).toMatchObject({ subject: 'signatory', erasedBy: world.parties.officer.personId });
    expect(await erase('signatory', REASON, key)).toEqual(first);
    expect(await erase('signatory', 'no-longer-needed')).toEqual(first);
    const reused = { status: 422, code: 'idempotency-key-reused' };
    expect(await refusal(erase('signatory', 'no-longer-needed', key))).toEqual(reused);
    expect(await refusal(erase('owner:o2', REASON, key))).toEqual(reused);
    expect((await sections())['owners']).toMatchObject({ erased: ['#/owners/0/name'] });
    const twins = await Promise.all([1, 2, 3].map(() => erase('contact')));
    expect(new Set(twins.map(({ id }) => id)).size).toBe(1);
  });

  it('leave no telephone with the firm, nor their words in notes', async () => {
    expect(await tablesWith(world, CONTACT.contactPhone)).toEqual([]);
    expect((await sections())['profile']).toMatchObject({
      erased: ['#/contactEmail', '#/contactName', '#/contactPhone'],
    });
    const notes = () =>
      world.rows<{ sealed: string | null }>(
        `select k.sealed from note n join subject_key k on k.id = (n.sealed->>'key')::uuid where n.qualification_id = $1`,
        [story.id],
      );
    expect((await notes()).every(({ sealed }) => sealed !== null)).toBe(true);
    await erase('notes');
    expect((await notes()).map(({ sealed }) => sealed)).toEqual([null, null]);
    // Words that came with a command that is refused at once are not kept at all.
    const items = ['profile.workers'];
    expect(
      await refusal(officer().ask(story.id, { type: 'request-information', items, note: NOTE })),
    ).toMatchObject({ status: 409 });
    expect(await notes()).toHaveLength(2);
  });

  it('leave a journal that still proves what was recorded, and still finds a change', async () => {
    expect(await story.faults()).toEqual([]);
    const journal = await story.journal();
    const noted = journal.filter(({ entry }) => entry.command === 'clear-hit');
    const notes = await world.rows<{ commitment: string }>(
      `select sealed->>'commitment' as commitment from note where qualification_id = $1`,
      [story.id],
    );
    const proven = (entries: readonly unknown[]) =>
      notes.filter(({ commitment }) => JSON.stringify(entries).includes(commitment));
    expect(proven(journal)).toEqual(notes);
    expect(proven(noted)).toHaveLength(1);
    const spoil = (to: string) =>
      tamper(
        world,
        `update fact_revision set content_text = ${to} where qualification_id = $1 and item = 'owners'`,
        [story.id],
      );
    await spoil(`replace(content_text, '"sharePercent":60', '"sharePercent":61')`);
    expect(await story.faults()).not.toEqual([]);
    await spoil(`replace(content_text, '"sharePercent":61', '"sharePercent":60')`);
    expect(await story.faults()).toEqual([]);
  });

  it('are remembered as erased, by whom and why, for officers', async () => {
    const found = await everyItem<Erased>(officer(), '/v1/erasures?limit=2');
    const mine = found.filter((one) => JSON.stringify(one).includes(story.id)).map(({ subject }) => subject);
    expect(mine.sort()).toEqual(['contact', 'notes', 'owner:o1', 'signatory']);
    expect(await refusal(story.supplier.get('/v1/erasures'))).toMatchObject({ status: 403 });
    expect(await refusal(world.parties.reviewer.api.get('/v1/erasures'))).toMatchObject({ status: 403 });
  });
});
