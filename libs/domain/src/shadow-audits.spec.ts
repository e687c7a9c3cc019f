import { describe, expect, it } from '@jest/globals';
import type { Hand, Role } from './actors.js';
import { mayShadow, visitedBy } from './shadow-audits.js';
import { PEOPLE, Walk, type Who } from './walk.fixture.js';

const handOf = (who: Who): Hand => ({
  personId: PEOPLE[who].personId,
  organisationId: PEOPLE[who].organisationId,
});
const audited = (): Walk => new Walk().toDecision();
const refusal = (walk: Walk, who: Who, roles: readonly Role[] = PEOPLE[who].roles) => {
  const { organisationId, organisationKind } = PEOPLE[who];
  return mayShadow(walk.state, handOf(who), [{ organisationId, organisationKind, roles }])?.code;
};

describe('whoever looks at an audit once more', () => {
  it('is an auditor of another firm, or an officer', () => {
    const walk = audited();
    expect(refusal(walk, 'auditor2')).toBeUndefined();
    expect(refusal(walk, 'officer')).toBeUndefined();
  });

  it('is not the auditor, nor anybody of a firm that audited here or left the audit', () => {
    const walk = audited();
    expect(refusal(walk, 'auditor')).toBe('segregation-of-duties');
    expect(refusal(walk, 'colleague')).toBe('segregation-of-duties');
    const { state } = walk;
    for (const who of ['former', 'excluded'] as const) {
      const audit = { ...state.audit, [who]: [handOf('auditor2')] };
      const { organisationKind, roles } = PEOPLE.auditor2;
      const employed = [{ organisationId: handOf('auditor2').organisationId, organisationKind, roles }];
      const said = mayShadow({ ...state, audit }, handOf('auditor2'), employed);
      expect(said?.code).toBe('segregation-of-duties');
    }
  });

  it('is nobody who judged the audit, whatever else they are', () => {
    const walk = audited();
    expect(walk.state.reviewers.map(({ personId }) => personId)).toContain(PEOPLE.reviewer.personId);
    expect(refusal(walk, 'reviewer', ['officer', 'reviewer'])).toBe('segregation-of-duties');
  });

  it('works for the organisation in whose name they look, in a role that looks', () => {
    const walk = audited();
    expect(refusal(walk, 'reviewer')).toBe('person-not-eligible');
    expect(refusal(walk, 'supplier')).toBe('person-not-eligible');
    expect(refusal(walk, 'auditor2', ['administrator'])).toBe('person-not-eligible');
    expect(mayShadow(walk.state, handOf('auditor2'), [])?.code).toBe('person-not-eligible');
  });

  it('has been there', () => {
    expect(visitedBy('2026-03-01', '2026-03-01T00:00:00.000Z')).toBe(true);
    // In Phnom Penh it is the next day.
    expect(visitedBy('2026-03-02', '2026-03-01T18:00:00.000Z')).toBe(true);
    expect(visitedBy('2026-03-02', '2026-03-01T16:00:00.000Z')).toBe(false);
  });
});
