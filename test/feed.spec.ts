import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cataloguedEvent, cloudEvent, eventSchema, eventShape } from '#contracts';
import type { EventType } from '#domain';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { until } from '../apps/dev/src/play/api-client.js';
import * as roles from '../apps/dev/src/play/roles.js';
import { Story } from './support/story.js';
import { World } from './support/world.js';

interface Told {
  readonly position: string;
  readonly seq: number;
  readonly part: number;
  readonly type: EventType;
  readonly data: Record<string, unknown>;
  readonly eventId: string;
  readonly occurredAt: Date;
}
const OFFICE = '00000000-0000-0000-0000-000000000000';

/** A whole journey, and what of it each of its parties was told. */
describe('the feed of a case', () => {
  let world: World;
  let story: Story;
  const told = (organisationId: string): Promise<Told[]> =>
    world.rows<Told>(
      `select position::text, seq, part, type, data, event_id as "eventId", occurred_at as "occurredAt" from feed_entry f
        where qualification_id = $1 and organisation_id = $2 order by f.position`,
      [story.id, organisationId],
    );
  const types = async (organisationId: string): Promise<string[]> =>
    (await told(organisationId)).map(({ type }) => type);

  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    await story.submit();
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: world.parties.mill.organisationId });
    await roles.accept(world.parties, story.id);
    await roles.audit(world.parties, story.applicant, story.id, { 'HS-03': 'nonconform' });
    await story.reaches('review');
  });
  afterAll(() => world.close());

  it('tells the office everything, in the order of the case', async () => {
    // Checks may still come back: both are looked at until they are of one time.
    const [happened, entries] = await until(
      async () => [await story.events(), await told(OFFICE)] as const,
      ([all, heard]) => all.length === heard.length,
    );
    expect(entries.map(({ type, data }) => ({ type, params: data }))).toEqual(
      happened.map(({ type, params }) => ({ type, params })),
    );
  });

  it('keeps from the supplier what an assessment found until a reviewer has signed it, and tells it then, once', async () => {
    const supplier = story.applicant.member.organisationId;
    const auditFirm = world.parties.auditor.organisationId;
    expect(await types(auditFirm)).toContain('audit-submitted');
    expect(await types(supplier)).not.toContain('audit-submitted');
    await world.parties.reviewer.api.ask(story.id, { type: 'require-corrective-actions' });
    const after = await until(
      () => types(supplier),
      (all) => all.includes('corrective-actions-required'),
    );
    expect(after.filter((type) => type === 'audit-submitted')).toHaveLength(1);
    expect(after.indexOf('audit-submitted')).toBeLessThan(after.indexOf('corrective-actions-required'));
  });

  it('tells a buyer how the case goes on, and nothing of what is between the others', async () => {
    const heard = await types(world.parties.mill.organisationId);
    expect(heard).toEqual([
      'consent-given',
      'application-accepted',
      'screening-cleared',
      'assessment-started',
      'assessment-ready-for-review',
      'corrective-actions-required',
    ]);
    expect(heard).not.toContain('audit-submitted');
    expect(heard).not.toContain('auditor-assigned');
    const stranger = await world.rows(
      'select 1 from feed_entry where organisation_id = $1 and qualification_id = $2',
      [world.parties.otherAuditor.organisationId, story.id],
    );
    expect(stranger).toEqual([]);
  });

  it('is sent to each of them as the schema takes it that the event names', async () => {
    const { mill, auditor } = world.parties;
    const parties = [
      OFFICE,
      story.applicant.member.organisationId,
      mill.organisationId,
      auditor.organisationId,
    ];
    const entries: Told[] = [];
    for (const party of parties) entries.push(...(await told(party)));
    expect(entries.length).toBeGreaterThan(40);
    const ajv = new Ajv2020({ validateFormats: false });
    for (const entry of entries) {
      const sent = cloudEvent({ ...entry, qualificationId: story.id }, world.stack.apiUrl);
      expect(eventShape.strict().safeParse(sent).error).toBeUndefined();
      const takes = ajv.validate(eventSchema(cataloguedEvent(sent.type)!), sent.data);
      expect([sent.type, takes, ajv.errors]).toEqual([sent.type, true, null]);
    }
  });
});
