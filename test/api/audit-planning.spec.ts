import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditorCandidateView, AuditorSkillsView, AuditVisitView } from '#contracts';
import type { ApiClient } from '../../apps/dev/src/play/api-client.js';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { inDays } from '../../apps/dev/src/play/roles.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
const SKILLS = { languages: ['km', 'en'], categories: ['TRIMS'], provinces: ['KH-12'] };

describe('planning an audit', () => {
  let world: World;
  let story: Story;
  let officer: ApiClient;
  let manager: Member;
  let auditor: Member;
  let otherAuditor: Member;
  beforeAll(async () => {
    world = await World.open();
    ({ auditor, otherAuditor } = world.parties);
    officer = world.parties.officer.api;
    manager = await registryOf(world.parties).member(auditor.organisationId, 'Manager', 'administrator');
    story = await (await Story.open(world, { province: 'KH-12' })).accept();
  });
  afterAll(() => world.close());

  async function all<T>(api: ApiClient, path: string): Promise<T[]> {
    const found: T[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = await api.get<Page<T>>(
        `${path}${path.includes('?') ? '&' : '?'}limit=3${cursor}`,
      );
      found.push(...items);
      if (!next) return found;
      cursor = `&cursor=${next}`;
    }
  }
  const skillsOf = ({ personId }: Member): string => `/v1/people/${personId}/auditor-skills`;
  /** The two auditors of this file, among all of the run. */
  const candidates = async (query = ''): Promise<AuditorCandidateView[]> => {
    const found = await all<AuditorCandidateView>(officer, `${story.path}/auditor-candidates${query}`);
    return found.filter(({ person }) => [auditor.personId, otherAuditor.personId].includes(person.id));
  };
  const candidate = async ({ personId }: Member, query?: string): Promise<AuditorCandidateView | undefined> =>
    (await candidates(query)).find(({ person }) => person.id === personId);
  const codes = async (of: Member) =>
    (await candidate(of))?.hints.map(({ code, subject }) => `${code} ${subject}`.trim());

  describe('needs to know what an auditor can do', () => {
    it('which their firm says, or the office, and they read', async () => {
      expect(await refusal(auditor.api.get(skillsOf(auditor)))).toEqual({ status: 404, code: 'not-found' });
      expect(await manager.api.put(skillsOf(auditor), SKILLS)).toBe(1);
      expect(await officer.put(skillsOf(auditor), { ...SKILLS, provinces: ['KH-12', 'KH-8'] }, 1)).toBe(2);
      expect(await auditor.api.get<AuditorSkillsView>(skillsOf(auditor))).toMatchObject({
        ...{
          ...SKILLS,
          provinces: ['KH-12', 'KH-8'],
          recordedBy: world.parties.officer.personId,
          version: 2,
        },
      });
      expect(await refusal(manager.api.put(skillsOf(auditor), SKILLS, 1))).toMatchObject({ status: 412 });
    });

    it('and which nobody else says, nor of anybody else', async () => {
      const { mill, reviewer } = world.parties;
      const denied = { status: 403, code: 'role-not-allowed' };
      expect(await refusal(auditor.api.put(skillsOf(auditor), SKILLS, 2))).toEqual(denied);
      expect(await refusal(reviewer.api.put(skillsOf(auditor), SKILLS, 2))).toEqual(denied);
      const hidden = { status: 404, code: 'not-found' };
      expect(await refusal(manager.api.put(skillsOf(otherAuditor), SKILLS))).toEqual(hidden);
      expect(await refusal(mill.approver.api.get(skillsOf(auditor)))).toEqual(hidden);
      expect(await refusal(officer.put(skillsOf(mill.approver), SKILLS))).toEqual(hidden);
      for (const wrong of [
        { ...SKILLS, languages: ['Khmer'] },
        { ...SKILLS, provinces: ['KH-99'] },
        { languages: [] },
      ])
        expect(await refusal(officer.put(skillsOf(auditor), wrong, 2))).toEqual({
          status: 422,
          code: 'validation',
        });
    });
  });

  describe('shows who might do it', () => {
    it('with firm, skills and load, and what should be known, in words', async () => {
      expect(await candidate(auditor)).toMatchObject({
        person: { id: auditor.personId, name: 'Chanthy' },
        firm: { id: auditor.organisationId },
        skills: { languages: ['km', 'en'], categories: ['TRIMS'] },
        ...{ openCases: 0, nextVisitOn: null, assigned: false },
      });
      expect(await codes(auditor)).toEqual([`undeclared ${auditor.organisationId}`]);
      expect(await codes(otherAuditor)).toEqual([
        `undeclared ${otherAuditor.organisationId}`,
        'skills-unknown',
      ]);
      const khmer = await candidate(otherAuditor, '?language=km');
      for (const { words } of khmer?.hints ?? []) expect(words).toMatch(/\p{Script=Khmer}/u);
    });

    it('and what the rules refuse: the same as the assignment then is', async () => {
      await world.rows(
        `update organisation o set phone = s.phone from organisation s where o.id = $1 and s.id = $2`,
        [otherAuditor.organisationId, story.applicant.supplierId],
      );
      const { hints = [] } = (await candidate(otherAuditor)) ?? {};
      expect(hints[0]).toEqual({
        ...{ code: 'conflict-of-interest', subject: 'shared-phone', blocks: true },
        words: 'Their firm has the same telephone number as a party of the case.',
      });
      const { personId: auditorId, organisationId: firmId } = otherAuditor;
      const assigning = officer.ask(story.id, { type: 'assign-auditor', auditorId, firmId });
      expect(await refusal(assigning)).toEqual({
        ...{ status: 409, code: 'conflict-of-interest', items: ['shared-phone'] },
      });
    });

    it('those with the least to do first', async () => {
      const { personId: auditorId, organisationId: firmId } = auditor;
      await officer.ask(story.id, { type: 'assign-auditor', auditorId, firmId });
      const found = await candidates();
      expect(found.map(({ person, openCases, assigned }) => [person.id, openCases, assigned])).toEqual([
        [otherAuditor.personId, 0, false],
        [auditor.personId, 1, true],
      ]);
    });

    it('to the programme office alone, in one statement beside the case', async () => {
      const path = `${story.path}/auditor-candidates`;
      for (const { api } of [auditor, story.applicant.member])
        expect(await refusal(api.get(path))).toEqual({ status: 403, code: 'role-not-allowed' });
      const stranger = refusal(world.parties.mill.requester.api.get(path));
      expect(await stranger).toEqual({ status: 404, code: 'not-found' });
      const { api } = world.parties.reviewer;
      expect(await api.request('GET', path)).toMatchObject({ statements: 1 + 5 + 4, flights: 3 });
    });
  });

  describe('shows when audits are on site', () => {
    let days: readonly string[];
    const visits = async (query = ''): Promise<AuditVisitView[]> => {
      const [from, to] = [days[0], days[2]];
      const found = await all<AuditVisitView>(officer, `/v1/audit-visits?from=${from}&to=${to}${query}`);
      return found.filter(({ qualificationId }) => qualificationId === story.id);
    };
    beforeAll(async () => {
      const seen = await story.see();
      days = [4, 6, 9].map((n) => inDays(seen, n));
      await auditor.api.ask(story.id, { type: 'propose-visit', dates: [days[1] ?? '', days[0] ?? ''] });
    });

    it('from the first day that was proposed on', async () => {
      const { supplierId, siteId, profile } = story.applicant;
      expect(await visits()).toEqual([
        expect.objectContaining({
          ...{ phase: 'visit-proposed', on: days[0], proposedDates: [days[1], days[0]] },
          week: expect.stringMatching(/^20\d\d-W[0-5]\d$/),
          supplier: { id: supplierId, name: profile.name },
          site: expect.objectContaining({ id: siteId, province: 'KH-12' }),
          auditor: { id: auditor.personId, name: 'Chanthy' },
          firm: { id: auditor.organisationId, name: expect.any(String) },
        }),
      ]);
    });

    it('and on the day that was agreed', async () => {
      await story.supplier.ask(story.id, { type: 'accept-visit', date: days[1] ?? '' });
      expect(await visits()).toEqual([expect.objectContaining({ phase: 'visit-agreed', on: days[1] })]);
      expect((await candidate(auditor))?.nextVisitOn).toBe(days[1]);
    });

    it('by province, category, firm and auditor', async () => {
      for (const query of ['province=KH-12', 'category=TRIMS', `firmId=${auditor.organisationId}`])
        expect(await visits(`&${query}`)).toHaveLength(1);
      for (const query of ['province=KH-8', 'category=LEATHER', `auditorId=${otherAuditor.personId}`])
        expect(await visits(`&${query}`)).toEqual([]);
    });

    it('to the programme office alone, for half a year at most', async () => {
      for (const { api } of [auditor, story.applicant.member, world.parties.mill.requester]) {
        const asking = api.get('/v1/audit-visits?from=2026-01-01&to=2026-02-01');
        expect(await refusal(asking)).toEqual({ status: 403, code: 'role-not-allowed' });
      }
      for (const wrong of [
        'from=2026-01-01',
        'from=2026-02-01&to=2026-01-01',
        'from=2026-01-01&to=2026-12-01',
      ])
        expect(await refusal(officer.get(`/v1/audit-visits?${wrong}`))).toEqual({
          status: 422,
          code: 'validation',
        });
      const path = '/v1/audit-visits?from=2026-01-01&to=2026-02-01&province=KH-12';
      expect(await officer.request('GET', path)).toMatchObject({ statements: 5, flights: 2 });
    });
  });
});
