import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EscalationView } from '#contracts';
import * as roles from '../../apps/dev/src/play/roles.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

interface Page {
  readonly items: readonly EscalationView[];
  readonly next: string | null;
}

describe('what is past its due date', () => {
  let world: World;
  let draft: Story;
  let visited: Story;
  beforeAll(async () => {
    world = await World.open();
    draft = await Story.open(world, { province: 'KH-5' });
    visited = await (await Story.open(world, { province: 'KH-6' })).accept();
    // A check that comes back would date its tasks anew.
    await visited.told();
    await roles.goOnSite(world.parties, visited.applicant, visited.id);
    // To the millisecond, as cases tell it.
    const late = `update task set due_at = date_trunc('second', now()) - make_interval(hours => $2)
      where qualification_id = $1 and role = any($3)`;
    await world.rows(late, [draft.id, 2, ['supplier']]);
    await world.rows(late, [visited.id, 1, ['auditor']]);
  });
  afterAll(() => world.close());

  async function late(query = ''): Promise<EscalationView[]> {
    const found: EscalationView[] = [];
    for (let cursor = ''; ;) {
      const path = `/v1/escalations?limit=1${query}${cursor}`;
      const { items, next } = await world.parties.officer.api.get<Page>(path);
      found.push(...items);
      if (!next)
        return found.filter(({ qualificationId }) => [draft.id, visited.id].includes(qualificationId));
      cursor = `&cursor=${next}`;
    }
  }

  it('is told of all cases, longest first, with whose turn it is', async () => {
    const { auditor } = world.parties;
    const { supplierId, profile } = draft.applicant;
    expect(await late()).toEqual([
      expect.objectContaining({
        ...{ qualificationId: draft.id, what: 'complete-application', role: 'supplier', province: 'KH-5' },
        ...{
          supplier: { id: supplierId, name: profile.name },
          holder: { id: supplierId, name: profile.name },
        },
        ...{ person: null, otherwise: 'lapse' },
      }),
      expect.objectContaining({
        ...{ qualificationId: visited.id, what: 'submit-audit', role: 'auditor' },
        holder: { id: auditor.organisationId, name: expect.any(String) },
        person: { id: auditor.personId, name: 'Chanthy' },
      }),
    ]);
  });

  it('is narrowed by kind, role, category and province', async () => {
    const of = async (query: string) => (await late(query)).map(({ qualificationId }) => qualificationId);
    expect(await of('&role=auditor')).toEqual([visited.id]);
    expect(await of('&province=KH-5')).toEqual([draft.id]);
    expect(await of('&what=submit-audit&what=complete-application')).toEqual([draft.id, visited.id]);
    expect(await of('&category=LEATHER')).toEqual([]);
  });

  it('is for the programme office alone, in one statement', async () => {
    const { reviewer, auditor, mill } = world.parties;
    for (const { api } of [draft.applicant.member, auditor, mill.approver])
      expect(await refusal(api.get('/v1/escalations'))).toEqual({ status: 403, code: 'role-not-allowed' });
    expect(await reviewer.api.request('GET', '/v1/escalations')).toMatchObject({ statements: 5, flights: 2 });
    const wrong = reviewer.api.get('/v1/escalations?overdue=true');
    expect(await refusal(wrong)).toEqual({ status: 422, code: 'validation' });
  });
});
