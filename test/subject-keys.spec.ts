import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, statement, type Database, type SqlActor } from '#persistence';
import type { Member } from '../apps/dev/src/play/parties.js';
import { fillIn } from '../apps/dev/src/play/supplier.js';
import { raw } from './support/raw.js';
import { Story } from './support/story.js';
import { testStack, World } from './support/world.js';

const SUBJECTS = statement(
  'subjects-seen',
  'select distinct subject from subject_key where qualification_id = $1 and sealed is not null order by 1',
);

/** The second wall: what PostgreSQL itself lets the service's role see and do of the keys. */
describe('the keys of data subjects', () => {
  let world: World;
  let story: Story;
  let other: Story;
  let db: Database;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    other = await Story.open(world);
    await fillIn(story.applicant, story.id);
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
  });
  afterAll(async () => {
    await db.close();
    await world.close();
  });

  const as = ({ personId, organisationId }: Member): SqlActor => ({ personId, organisationId });
  const seenBy = async (member: Member): Promise<readonly string[]> =>
    (await db.run<{ subject: string }>(as(member), SUBJECTS, [story.id])).map(({ subject }) => subject);

  it('are seen by whoever may read what they seal, and only as long', async () => {
    const { mill, officer, auditor } = world.parties;
    const buyer = mill.requester;
    const all = ['contact', 'owner:o1', 'signatory'];
    expect(await seenBy(story.applicant.member)).toEqual(all);
    expect(await seenBy(officer)).toEqual(all);
    expect(await seenBy(other.applicant.member)).toEqual([]);
    expect(await seenBy(auditor)).toEqual([]);
    expect(await seenBy(buyer)).toEqual([]);
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: mill.organisationId });
    expect(await seenBy(buyer)).toEqual(['contact']);
    await story.supplier.ask(story.id, { type: 'withdraw-consent', buyerId: mill.organisationId });
    expect(await seenBy(buyer)).toEqual([]);
  });

  it('can only be taken away, and by the office alone', async () => {
    const swap = statement(
      'key-swap',
      `update subject_key set sealed = 'another' where qualification_id = $1 returning id`,
    );
    const drop = statement(
      'key-drop',
      `update subject_key set sealed = null, erased_at = now() where qualification_id = $1 and subject = $2 returning id`,
    );
    const { officer } = world.parties;
    await expect(db.run(as(officer), swap, [story.id])).rejects.toMatchObject({ code: '42501' });
    for (const member of [story.applicant.member, other.applicant.member])
      expect(await db.run(as(member), drop, [story.id, 'signatory'])).toEqual([]);
    expect(await db.run(as(officer), drop, [story.id, 'signatory'])).toHaveLength(1);
    expect(await seenBy(officer)).toEqual(['contact', 'owner:o1']);
  });

  it('are made by nobody for a case of others', async () => {
    const make = statement(
      'key-make',
      `insert into subject_key (id, qualification_id, subject, paper, item, version, organisation_id, sealed)
       values (gen_random_uuid(), $1, 'contact', 'application', 'profile', 1, $2, 'key') returning id`,
    );
    const stranger = as(other.applicant.member);
    const refused = { code: '42501' };
    await expect(db.run(stranger, make, [story.id, stranger.organisationId])).rejects.toMatchObject(refused);
    const foreign = [other.id, story.applicant.supplierId];
    await expect(db.run(stranger, make, foreign)).rejects.toMatchObject(refused);
  });

  it('open what is there now for whoever wrote too late', async () => {
    const path = `${other.path}/sections/profile`;
    await other.supplier.put(path, { contactName: 'Odile Fairweather' });
    const late = await raw('PUT', path, {
      token: other.applicant.member.token,
      body: JSON.stringify({ contactName: 'Odile F.' }),
      headers: { 'content-type': 'application/json', 'if-none-match': '*' },
    });
    expect(late).toMatchObject({
      status: 412,
      body: { current: { contactName: 'Odile Fairweather' }, sent: { contactName: 'Odile F.' } },
    });
    const keys = await world.rows('select 1 from subject_key where qualification_id = $1', [other.id]);
    expect(keys).toHaveLength(1);
  });
});
