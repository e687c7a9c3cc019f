import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditSummary } from '#contracts';
import { canonicalText } from '#persistence';
import * as roles from '../../apps/dev/src/play/roles.js';
import { Story, type JournalRow } from '../support/story.js';
import { refusal, World } from '../support/world.js';

interface Fact {
  readonly item: string;
  readonly content: Record<string, unknown>;
  readonly version: number;
}
interface Submission {
  readonly seq: number;
  readonly digest: string;
  readonly hash: string;
  readonly papers: readonly { readonly paper: string; readonly digest: string }[];
}
const HELD = {
  ...{ heldAt: '2026-11-03T01:30:00.000Z', people: 4, function: 'production', signedBy: 'Chan Sophea' },
  place: { latitude: 11.5321, longitude: 104.8312, accuracyM: 12 },
  signature: 'M12 40L15 44L20 51M100 20L110 25',
};
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('an audit in the field', () => {
  let world: World;
  let story: Story;
  let path: string;
  beforeAll(async () => {
    world = await World.open();
    story = await (await Story.open(world)).accept();
    path = `${story.path}/audit`;
  });
  afterAll(() => world?.close());

  const todo = async (who: 'auditor' | 'otherAuditor' | 'officer'): Promise<AuditSummary | undefined> => {
    type Page = { items: AuditSummary[]; next: string | null };
    const { api } = world.parties[who];
    for (let cursor = ''; ;) {
      const page = await api.get<Page>(`/v1/audits?limit=50${cursor}`);
      const found = page.items.find(({ id }) => id === story.id);
      if (found || page.next === null) return found;
      cursor = `&cursor=${page.next}`;
    }
  };

  it('is on the list of whoever was assigned, with where and when it is, and on nobody else’s', async () => {
    const { auditor, officer } = world.parties;
    expect(await todo('auditor')).toBeUndefined();
    const { personId: auditorId, organisationId: firmId } = auditor;
    await officer.api.ask(story.id, { type: 'assign-auditor', auditorId, firmId });
    expect(await todo('auditor')).toMatchObject({
      ...{ phase: 'assigned', visitDate: null, visits: [], language: 'km' },
      site: { province: 'KH-12', address: story.applicant.profile.address },
    });
    const seen = await story.see();
    const dates = [roles.inDays(seen, 4), roles.inDays(seen, 6)];
    await auditor.api.ask(story.id, { type: 'propose-visit', dates });
    expect(await todo('auditor')).toMatchObject({ phase: 'visit-proposed', proposedDates: dates });
    await story.supplier.ask(story.id, { type: 'accept-visit', date: dates[1] ?? '' });
    expect(await todo('auditor')).toMatchObject({ phase: 'visit-agreed', visitDate: dates[1] });
    for (const who of ['otherAuditor', 'officer'] as const) expect(await todo(who)).toBeUndefined();
    type Log = { items: { operation: string }[] };
    const { items } = await story.supplier.get<Log>(`${story.path}/accesses?limit=200`);
    expect(items.map(({ operation }) => operation)).toContain('listAudits');
  });

  it('keeps its meetings, which the assigned auditor alone writes, and never the supplier or a buyer reads', async () => {
    const { auditor, otherAuditor, officer, mill } = world.parties;
    const opening = `${path}/meetings/opening`;
    expect(await refusal(auditor.api.put(opening, HELD))).toMatchObject({ code: 'paper-not-open' });
    await auditor.api.ask(story.id, { type: 'start-audit' });
    expect(await auditor.api.put(opening, HELD)).toBe(1);
    expect(await auditor.api.put(opening, { ...HELD, people: 5 }, 1)).toBe(2);
    expect(await refusal(auditor.api.put(opening, HELD, 1))).toMatchObject({ status: 412 });
    expect(await refusal(story.supplier.put(opening, HELD))).toMatchObject({ status: 403 });
    expect(await refusal(otherAuditor.api.put(opening, HELD))).toMatchObject({ status: 404 });
    for (const { api } of [auditor, officer]) {
      const { items } = await api.get<{ items: Fact[] }>(`${path}/meetings`);
      expect(items).toMatchObject([{ item: 'opening', version: 2, content: { ...HELD, people: 5 } }]);
    }
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: mill.organisationId });
    for (const api of [story.supplier, mill.requester.api])
      expect(await refusal(api.get(`${path}/meetings`))).toMatchObject({ status: 403 });
  });

  it('takes as a signature lines between points, and nothing that a page could run', async () => {
    const { api } = world.parties.auditor;
    const wrong = ['<svg onload="x()">', 'M1 1', 'M1 1L2', 'M1 1L2 2Z', 'M1.5 1L2 2', ''];
    for (const signature of wrong)
      expect(await refusal(api.put(`${path}/meetings/closing`, { signature }))).toMatchObject({
        status: 422,
      });
    expect(await refusal(api.put(`${path}/meetings/lunch`, {}))).toMatchObject({ status: 422 });
  });

  it('seals who signed under a key of its own', async () => {
    const stored = await world.rows<{ content: Record<string, unknown> }>(
      `select content from fact where qualification_id = $1 and paper = 'audit-meetings'`,
      [story.id],
    );
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain('Sophea');
    expect(JSON.stringify(stored)).not.toContain('M12 40');
    const keys = await world.rows<{ subject: string }>(
      `select distinct subject from subject_key where qualification_id = $1 and paper = 'audit-meetings'`,
      [story.id],
    );
    expect(keys).toEqual([{ subject: 'representative' }]);
  });

  it('is answered with a receipt whose digest a device can compute from what it sent', async () => {
    const { auditor, officer } = world.parties;
    const nothing = refusal(auditor.api.get(`${path}/submission`));
    expect(await nothing).toMatchObject({ status: 404 });
    const evidence = { 'HS-03': [randomUUID()] };
    await roles.answerAll(world.parties, story.id, { 'HS-03': 'nonconform' }, evidence);
    const { items } = await auditor.api.get<{ items: Fact[] }>(`${path}/answers`);
    await auditor.api.ask(story.id, { type: 'submit-audit' });
    const receipt = await auditor.api.get<Submission>(`${path}/submission`);
    const mine = [...items]
      .sort((one, other) => (one.item < other.item ? -1 : 1))
      .map(({ item, version, content }) => [item, version, sha256(canonicalText(content))]);
    expect(receipt.papers).toContainEqual({ paper: 'audit', digest: sha256(canonicalText(mine)) });
    expect(receipt.papers.map(({ paper }) => paper)).toEqual(['audit', 'audit-meetings']);
    type Page = { items: (JournalRow & { hash: string; digest: string })[] };
    const journal = await officer.api.get<Page>(`${story.path}/journal?limit=200`);
    const entry = journal.items.find(({ entry: { command } }) => command === 'submit-audit');
    expect(receipt).toMatchObject({ seq: entry?.seq, hash: entry?.hash, digest: entry?.digest });
    expect(await officer.api.get(`${path}/submission`)).toEqual(receipt);
    for (const api of [story.supplier, world.parties.mill.requester.api])
      expect(await refusal(api.get(`${path}/submission`))).toMatchObject({ status: 403 });
    expect(await refusal(auditor.api.put(`${path}/meetings/closing`, HELD))).toMatchObject({
      code: 'paper-not-open',
    });
  });
});
