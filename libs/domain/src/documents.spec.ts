import { describe, expect, it } from '@jest/globals';
import type { CaseRelation } from './authorisation/relations.js';
import type { CaseState } from './case-state.js';
import {
  concernsChildren,
  ownerAtLot,
  papersOfPlace,
  readsLink,
  type DocumentTarget,
  type LinkFacts,
} from './documents.js';

const BUYER = 'buyer-1';
const link = (target: DocumentTarget, item: string, more: Partial<LinkFacts> = {}): LinkFacts => ({
  ...{ target, item, auditPhase: 'in-progress', assessmentTold: false, pilotBuyerId: null },
  agreedSample: false,
  aboutChildren: false,
  sections: ['profile', 'certificates', 'documents'],
  ...more,
});
const readers = (one: LinkFacts, organisationId = BUYER): CaseRelation[] =>
  (['supplier', 'audit-firm', 'buyer', 'programme-office'] as const).filter((relation) =>
    readsLink(relation, one, organisationId),
  );

describe('a link of a document', () => {
  it.each([
    ['section', 'profile', ['audit-firm', 'buyer', 'programme-office']],
    ['section', 'owners', ['audit-firm', 'programme-office']],
    ['section', 'tax', ['audit-firm', 'programme-office']],
    ['certificate', 'LWG', ['audit-firm', 'buyer', 'programme-office']],
    ['corrective-action', 'HS-03', ['audit-firm', 'programme-office']],
    ['answer', 'HS-03', ['audit-firm', 'programme-office']],
    ['inspection', 'pilot:1', ['programme-office']],
    ['pilot-lot', 'pilot:1', ['programme-office']],
  ] as const)('to %s %s is read by %j beside its owner', (target, item, whom) => {
    expect(readers(link(target, item))).toEqual(whom);
  });

  it('to a lot is read by the buyer who ordered it, and by no other', () => {
    const lot = link('pilot-lot', 'pilot:1', { pilotBuyerId: BUYER });
    expect(readers(lot)).toEqual(['buyer', 'programme-office']);
    expect(readers(lot, 'buyer-2')).toEqual(['programme-office']);
  });

  it('to a lot is read by the supplier when the order names it as the agreed sample', () => {
    const sample = { pilotBuyerId: BUYER, agreedSample: true };
    expect(readers(link('pilot-lot', 'pilot:1', sample))).toEqual(['supplier', 'buyer', 'programme-office']);
    expect(readers(link('pilot-lot', 'pilot:1', { ...sample, aboutChildren: true }))).toEqual([
      'programme-office',
    ]);
    expect(readers(link('inspection', 'pilot:1', sample))).not.toContain('supplier');
  });

  it('is read by a buyer only if its section and documents were opened to it', () => {
    for (const sections of [[], ['profile'], ['documents'], ['documents', 'certificates']] as const)
      expect(readers(link('section', 'profile', { sections }))).not.toContain('buyer');
    expect(readers(link('section', 'owners', { sections: ['documents', 'owners'] }))).toContain('buyer');
    expect(readers(link('certificate', 'LWG', { sections: ['documents', 'profile'] }))).not.toContain(
      'buyer',
    );
  });

  it('to an answer is the supplier’s when the assessment is told, but nothing about children', () => {
    const submitted = { auditPhase: 'submitted' };
    const signed = { ...submitted, assessmentTold: true };
    expect(readers(link('answer', 'HS-03', submitted))).not.toContain('supplier');
    expect(readers(link('answer', 'HS-03', signed))).toContain('supplier');
    expect(readers(link('answer', 'HS-03', { ...signed, aboutChildren: true }))).not.toContain('supplier');
  });

  it('concerns children when scheme or case say so of the item, and SL-01 always', () => {
    const answer = (item: string, childItems: string[] = []) =>
      concernsChildren({ target: 'answer', item }, childItems);
    expect([answer('SL-01'), answer('HS-03', ['HS-03'])]).toEqual([true, true]);
    expect([answer('HS-03'), concernsChildren({ target: 'section', item: 'SL-01' }, [])]).toEqual([
      false,
      false,
    ]);
  });

  it('of a document about children is neither the supplier’s nor a buyer’s, whatever it is linked to', () => {
    const about = { aboutChildren: true, pilotBuyerId: BUYER };
    for (const [target, item] of [
      ['section', 'profile'],
      ['certificate', 'LWG'],
      ['pilot-lot', 'pilot:1'],
    ] as const)
      expect(readers(link(target, item, about))).not.toContain('buyer');
    expect(readers(link('section', 'profile', about))).toEqual(['audit-firm', 'programme-office']);
  });
});

describe('the place of a document', () => {
  it('is open to whoever may write the facts there', () => {
    expect(papersOfPlace({ target: 'section', item: 'owners' })).toEqual({
      papers: ['compliance'],
      item: 'owners',
    });
    expect(papersOfPlace({ target: 'section', item: 'profile' }).papers).toEqual(['application']);
    expect(papersOfPlace({ target: 'answer', item: 'HS-03' }).papers).toEqual(['audit']);
    expect(papersOfPlace({ target: 'correction', item: 'HS-03' }).papers).toEqual(['audit-corrections']);
    expect(papersOfPlace({ target: 'corrective-action', item: 'HS-03' })).toEqual({
      ...{ papers: ['corrective-action:HS-03'], item: 'response' },
    });
  });

  it('at a lot is the supplier’s and the ordering buyer’s, while the pilot is under way', () => {
    const state = (phase: string): CaseState =>
      ({
        supplierId: 'supplier-1',
        pilots: { 'pilot-1': { buyerId: BUYER, phase, lots: [{ lot: 1 }] } },
      }) as unknown as CaseState;
    const running = state('running');
    expect(ownerAtLot(running, 'pilot-1:1', ['supplier'], 'supplier-1')).toBe('supplier-1');
    expect(ownerAtLot(running, 'pilot-1:1', ['programme-office'], 'office')).toBe('supplier-1');
    expect(ownerAtLot(running, 'pilot-1:1', ['buyer'], BUYER)).toBe(BUYER);
    expect(ownerAtLot(running, 'pilot-1:1', ['buyer'], 'buyer-2')).toBeUndefined();
    expect(ownerAtLot(running, 'pilot-1:2', ['supplier'], 'supplier-1')).toBeUndefined();
    expect(ownerAtLot(running, 'other:1', ['supplier'], 'supplier-1')).toBeUndefined();
    expect(ownerAtLot(state('accepted'), 'pilot-1:1', ['supplier'], 'supplier-1')).toBeUndefined();
  });
});
