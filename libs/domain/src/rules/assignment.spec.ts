import { describe, expect, it } from '@jest/globals';
import { PEOPLE, Walk, type Who } from '../walk.fixture.js';

const assign = (who: Who) =>
  ({ type: 'assign-auditor', auditorId: PEOPLE[who].personId, firmId: PEOPLE[who].organisationId }) as const;
const held = (...whos: Who[]) =>
  whos.map((who) => ({ personId: PEOPLE[who].personId, organisationId: PEOPLE[who].organisationId }));
const after = (...whos: Who[]): Walk => {
  const walk = new Walk().toAssessment();
  walk.earlier = held(...whos);
  return walk;
};

describe('the rotation of auditors', () => {
  it('lets nobody audit a site four times in a row', () => {
    const walk = after('auditor', 'auditor', 'auditor');
    expect(walk.refused(assign('auditor'), 'officer')).toEqual({ code: 'rotation-limit', items: ['chan'] });
    walk.must(assign('auditor2'), 'officer');
    const reassign = { ...assign('auditor'), type: 'reassign-auditor' } as const;
    expect(walk.refused(reassign, 'officer').code).toBe('rotation-limit');
  });

  it('lets no firm do it with another auditor', () => {
    const walk = after('auditor', 'colleague', 'auditor');
    expect(walk.refused(assign('colleague'), 'officer')).toEqual({
      code: 'rotation-limit',
      items: ['firm-1'],
    });
  });

  it('begins anew when another firm had its turn, and counts only what is there', () => {
    for (const before of [['auditor', 'auditor2', 'auditor'], ['auditor', 'auditor'], []] as Who[][])
      expect(after(...before).must(assign('auditor'), 'officer').state.audit.phase).toBe('assigned');
  });
});

describe('a tie between auditor and supplier or buyer', () => {
  it('stands in the way of an assignment, and is told by its kind alone', () => {
    const walk = after();
    walk.ties = [
      { kind: 'shared-phone', organisationId: 'supplier' },
      { kind: 'shared-phone', organisationId: 'buyer-1' },
      { kind: 'shared-people', organisationId: 'supplier' },
    ];
    expect(walk.refused(assign('auditor'), 'officer')).toEqual({
      code: 'conflict-of-interest',
      items: ['shared-phone', 'shared-people'],
    });
    walk.ties = [];
    walk.must(assign('auditor'), 'officer');
  });

  it.each(['shared-owner', 'shared-address', 'shared-account', 'consulting'] as const)(
    'is one to refuse whoever is to audit: %s',
    (kind) => {
      const walk = after();
      walk.ties = [{ kind, organisationId: 'supplier' }];
      const no = { code: 'conflict-of-interest', items: [kind] };
      expect(walk.refused(assign('auditor'), 'officer')).toEqual(no);
      walk.ties = [];
      walk.must(assign('auditor'), 'officer');
      walk.ties = [{ kind, organisationId: 'buyer-1' }];
      expect(walk.refused({ ...assign('auditor2'), type: 'reassign-auditor' }, 'officer')).toEqual(no);
    },
  );

  it('stands in the way of a surveillance visit too, where rotation does not', () => {
    const walk = new Walk()
      .toDecision()
      .approve()
      .must({ type: 'order-surveillance', unannounced: false }, 'officer');
    const visit = Object.keys(walk.state.surveillance?.visits ?? {}).at(-1) ?? '';
    const command = { ...assign('auditor'), type: 'assign-surveillance', visit } as const;
    walk.ties = [{ kind: 'auditor-worked-there', organisationId: 'supplier' }];
    expect(walk.refused(command, 'officer').code).toBe('conflict-of-interest');
    walk.ties = [];
    walk.earlier = held('auditor', 'auditor', 'auditor');
    walk.must(command, 'officer');
  });
});
