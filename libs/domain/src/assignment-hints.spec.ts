import { describe, expect, it } from '@jest/globals';
import type { Hand } from './actors.js';
import { assignmentHints, type AuditorCandidate } from './assignment-hints.js';
import type { Tie } from './facts.js';
import { Walk } from './walk.fixture.js';

const HAND: Hand = { personId: 'chan', organisationId: 'firm-1' };
const OTHER: Hand = { personId: 'mony', organisationId: 'firm-2' };
const SKILLS = { languages: ['km', 'en'], categories: ['TRIMS'], provinces: ['KH-12'] } as const;

const candidate = (
  over: Partial<AuditorCandidate> & { earlier?: readonly Hand[]; ties?: readonly Tie[] } = {},
): AuditorCandidate => {
  const { earlier = [], ties = [], ...more } = over;
  const memberships = [
    {
      organisationId: HAND.organisationId,
      organisationKind: 'audit-firm' as const,
      roles: ['auditor' as const],
    },
  ];
  const facts = { person: { personId: HAND.personId, memberships }, assignment: { earlier, ties } };
  return { hand: HAND, facts, declared: true, skills: SKILLS, ...more };
};
const state = { ...new Walk().toAssessment().state, category: 'TRIMS' as const };
const hints = (...asked: Parameters<typeof candidate>) =>
  assignmentHints(state, candidate(...asked), 'KH-12').map(({ code, subject, blocks }) =>
    [blocks ? 'no' : 'but', code, subject].join(' ').trim(),
  );

describe('what speaks against giving an audit to somebody', () => {
  it('is nothing for an auditor of whom nothing is known that should be', () => {
    expect(hints()).toEqual([]);
  });

  it('is each kind of tie that the rules refuse, once', () => {
    const ties: Tie[] = [
      { kind: 'shared-phone', organisationId: 's' },
      { kind: 'shared-phone', organisationId: 'b' },
      { kind: 'consulting', organisationId: 's' },
    ];
    expect(hints({ ties })).toEqual([
      'no conflict-of-interest shared-phone',
      'no conflict-of-interest consulting',
    ]);
  });

  it('is that others must have their turn, and before that, that it would be the last one', () => {
    expect(hints({ earlier: [HAND] })).toEqual([]);
    expect(hints({ earlier: [HAND, HAND] })).toEqual(['but last-turn chan']);
    expect(hints({ earlier: [HAND, { ...HAND, personId: 'x' }] })).toEqual(['but last-turn firm-1']);
    expect(hints({ earlier: [OTHER, HAND, HAND] })).toEqual([]);
    expect(hints({ earlier: [HAND, HAND, OTHER] })).toEqual(['but last-turn chan']);
    expect(hints({ earlier: [HAND, HAND, HAND] })).toEqual(['no rotation-limit chan']);
  });

  it('is what their firm and their skills leave open', () => {
    expect(hints({ declared: false, skills: undefined })).toEqual([
      'but undeclared firm-1',
      'but skills-unknown',
    ]);
    expect(hints({ skills: { languages: ['en'], categories: [], provinces: ['KH-1'] } })).toEqual([
      'but category-not-covered TRIMS',
      'but province-not-covered KH-12',
      'but no-khmer',
    ]);
  });

  it('is that they gave this audit back, or stand on another side', () => {
    const left = { ...state, audit: { ...state.audit, former: [HAND] } };
    expect(assignmentHints(left, candidate(), 'KH-12')).toEqual([
      { code: 'left-before', subject: 'chan', blocks: false },
    ]);
    const gone = { ...state, audit: { ...state.audit, excluded: [HAND], former: [HAND] } };
    expect(assignmentHints(gone, candidate(), 'KH-12')[0]).toEqual({
      ...{ code: 'segregation-of-duties', subject: 'chan', blocks: true },
    });
  });
});
