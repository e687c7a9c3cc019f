import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { StuckCaseView } from '#contracts';
import { STUCK_REASONS, type StuckReason } from '#domain';
import { workflowIdOf } from '#workflows';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

interface Page {
  readonly items: readonly StuckCaseView[];
  readonly next: string | null;
}

/** Looked at just now, for ever: so the worker does not have the case read its clock. */
const BEHIND = (how: string): string => `next_step_at = now() - interval '${how}', updated_at = 'infinity'`;

describe('a case that does not go on', () => {
  let world: World;
  let ill: Story;
  let well: Story;
  let third: Story;
  const [paper, lost] = [randomUUID(), randomUUID()];
  beforeAll(async () => {
    world = await World.open();
    ill = await Story.open(world);
    well = await Story.open(world);
    third = await Story.open(world);
  });
  afterAll(async () => {
    await world.rows(`update office_task set closed_at = now() where subject = any($1)`, [
      [paper, lost, ill.id],
    ]);
    await world.rows(
      `update outbox_event set parked_at = null, park_reason = null where qualification_id = $1`,
      [ill.id],
    );
    await world.close();
  });

  /** Of the cases of this file, whatever else is stuck in this run. */
  async function stuck(query = ''): Promise<StuckCaseView[]> {
    const found: StuckCaseView[] = [];
    for (let cursor = ''; ;) {
      const path = `/v1/stuck-cases?limit=1${query}${cursor}`;
      const { items, next } = await world.parties.reviewer.api.get<Page>(path);
      found.push(...items);
      if (!next)
        return found.filter(({ qualificationId }) => [ill.id, well.id, third.id].includes(qualificationId));
      cursor = `&cursor=${next}`;
    }
  }
  const reasons = async (query?: string) =>
    (await stuck(query)).map(({ reason, subject }) => [reason, subject]);

  const document = (id: string, kind: string) =>
    world.rows(
      `with d as (insert into document (id, organisation_id, uploaded_by, uploader_organisation_id, file_name, declared_type, size)
           values ($1::uuid, $2::uuid, $3::uuid, $2::uuid, 'Lease.pdf', 'application/pdf', 1) returning id),
         t as (insert into office_task (id, kind, subject) values (gen_random_uuid(), $5, $1::text))
       insert into document_link (id, document_id, qualification_id, target, item, organisation_id, linked_by)
       select gen_random_uuid(), $1::uuid, $4::uuid, 'section', 'profile', $2::uuid, $3::uuid`,
      [id, ill.applicant.supplierId, ill.applicant.member.personId, ill.id, kind],
    );
  const inCase = (sql: string) => world.rows(sql, [ill.id]);
  /** Brings each of them about, as it would be found in the tables. */
  const BRING: Readonly<Record<StuckReason, () => Promise<unknown>>> = {
    parked: () =>
      inCase(
        `update qualification set stage = 'pilot-order', substate = 'ready', state = state || '{"parked": true}' where id = $1`,
      ),
    'workflow-missing': () =>
      inCase(
        `insert into office_task (id, kind, subject) values (gen_random_uuid(), 'workflow-missing', $1)`,
      ),
    'clock-behind': () => inCase(`update qualification set ${BEHIND('11 minutes')} where id = $1`),
    'command-pending': () =>
      inCase(
        `insert into command (id, qualification_id, type, status, request_digest, retry_at, recorded_at)
         values (gen_random_uuid(), $1, 'approve', 'pending', '', now() + interval '1 day', now() - interval '3 minutes')`,
      ),
    'check-error': () =>
      inCase(
        `update qualification set state = state || '{"checks": {"wages": {"verdict": "ERROR"}, "origin": {"verdict": "PASS"}, "permits": {"verdict": "ERROR"}}}' where id = $1`,
      ),
    'event-parked': () =>
      inCase(
        `update outbox_event set parked_at = now(), park_reason = 'failed' where qualification_id = $1 and type = 'qualification-opened'`,
      ),
    'document-not-examined': () => document(paper, 'document-not-examined'),
    'document-bytes-missing': () => document(lost, 'document-bytes-missing'),
    'holidays-missing': () =>
      inCase(
        `insert into task (qualification_id, task, role, organisation_id, what, subject, due_at, otherwise, since)
         values ($1, 'holidays-missing:2031', 'officer', '00000000-0000-0000-0000-000000000000', 'holidays-missing', '2031', 'infinity', 'escalation', now())`,
      ),
  };

  it('is not there while nothing is wrong, and then with every reason, each once, page by page', async () => {
    expect(await reasons()).toEqual([]);
    for (const reason of STUCK_REASONS) {
      await BRING[reason]();
      expect((await reasons(`&reason=${reason}`)).map(([code]) => code)).toContain(reason);
    }
    expect(await reasons()).toEqual([
      ['check-error', 'permits'],
      ['check-error', 'wages'],
      ['clock-behind', ''],
      ['command-pending', 'approve'],
      ['document-bytes-missing', lost],
      ['document-not-examined', paper],
      ['event-parked', 'qualification-opened'],
      ['holidays-missing', '2031'],
      ['parked', ''],
      ['workflow-missing', ''],
    ]);
    expect(await reasons('&reason=parked&reason=clock-behind')).toEqual([
      ['clock-behind', ''],
      ['parked', ''],
    ]);
  });

  it('says whose it is, since when, and what helps, in the language that was asked for', async () => {
    const { caseNumber } = await ill.see();
    const [parked] = await stuck('&reason=parked');
    const { supplierId, profile } = ill.applicant;
    expect(parked).toMatchObject({
      ...{ caseNumber, supplier: { id: supplierId, name: profile.name }, category: 'TRIMS' },
      since: expect.stringMatching(/Z$/),
      words: expect.stringMatching(/parked list/),
    });
    const [khmer] = await stuck('&reason=parked&language=km');
    expect(khmer?.words).toMatch(/\p{Script=Khmer}/u);
  });

  it('comes in pages that leave no case out', async () => {
    const bring = `update qualification set ${BEHIND('1 day')} where id = any($1)`;
    await world.rows(bring, [[well.id, third.id]]);
    const found = await stuck('&reason=clock-behind');
    expect(found.map(({ qualificationId }) => qualificationId)).toEqual([ill.id, well.id, third.id]);
  });

  it('is seen by the programme office alone, also past the services', async () => {
    const { auditor, mill } = world.parties;
    for (const { api } of [ill.applicant.member, auditor, mill.requester])
      expect(await refusal(api.get('/v1/stuck-cases'))).toEqual({ status: 403, code: 'role-not-allowed' });
    const { api } = world.parties.officer;
    expect(await refusal(api.get('/v1/stuck-cases?reason=late'))).toEqual({
      status: 422,
      code: 'validation',
    });
    expect(await api.request('GET', '/v1/stuck-cases')).toMatchObject({ statements: 5, flights: 2 });
  });

  it('whose workflow is lost is found when it is asked something, and is gone when it runs again', async () => {
    const story = await Story.open(world);
    await world.temporal.workflow.getHandle(workflowIdOf(story.id)).terminate();
    const asking = story.supplier.ask(story.id, { type: 'withdraw', reason: 'cost' });
    expect(await refusal(asking)).toEqual({ status: 503, code: 'workflow-missing' });
    const { officer } = world.parties;
    const isStuck = async (): Promise<boolean> => {
      const { items } = await officer.api.get<Page>('/v1/stuck-cases?limit=200&reason=workflow-missing');
      return items.some(({ qualificationId }) => qualificationId === story.id);
    };
    expect(await isStuck()).toBe(true);
    await officer.api.post(`${story.path}/restart`, undefined);
    expect(await isStuck()).toBe(false);
  });
});
