import { describe, expect, it } from '@jest/globals';
import { COMPLIANCE } from './papers.js';
import { addDays } from './calendar.js';
import {
  addedItems,
  overlayBuyers,
  overlayProblems,
  tightenedBy,
  withOverlayResults,
  type OverlayContent,
} from './overlay.js';
import { CHECKLIST_ITEMS } from './reference/checklist-seed.js';
import { CONFORM, NONCONFORM, Walk } from './walk.fixture.js';
import { asTold } from './withheld.js';

const [FIRST] = CHECKLIST_ITEMS;
if (!FIRST) throw new Error('the checklist is empty');
const own = (id: string, patch = {}) => ({ ...FIRST, id, severity: 'major' as const, ...patch });
const overlay = (patch: Partial<OverlayContent> = {}): OverlayContent => ({
  ...{ code: 'NLO', items: [own('NLO-01')], certificates: {} },
  tightened: [{ itemId: 'CD-01', severity: 'critical', weight: 9 }],
  ...patch,
});
/** An audit in which one buyer's overlay is answered. */
const audited = (content: OverlayContent, answers: Parameters<Walk['answer']>[0] = {}): Walk => {
  const walk = new Walk().toAssessment().must({ type: 'grant-consent', buyerId: 'buyer-1' }, 'supplier');
  walk.overlays = [{ overlayId: 'overlay-1', buyerId: 'buyer-1', content }];
  walk
    .toAudit()
    .checks()
    .answer({ 'NLO-01': CONFORM, ...answers });
  return walk.must({ type: 'submit-audit' }, 'auditor');
};
const resultOf = (walk: Walk) => walk.state.overlays?.[0]?.result;

describe('an overlay', () => {
  it('is answered with the audit, and met when what it adds and tightens is conform', () => {
    const walk = audited(overlay());
    expect(walk.entries.flatMap(({ events }) => events)).toContainEqual({
      ...{ type: 'audit-started', params: { overlays: ['overlay-1'] } },
    });
    expect(resultOf(walk)).toEqual({ meets: true, open: [], missingCertificates: [], total: 100 });
  });

  it('names what is open of its own: added items without an answer, tightened ones that are not conform', () => {
    const walk = audited(overlay({ items: [own('NLO-01'), own('NLO-02')] }), {
      ...{ 'NLO-01': NONCONFORM, 'CD-01': { ...NONCONFORM, value: 'partial' }, 'CD-02': NONCONFORM },
    });
    expect(resultOf(walk)).toMatchObject({ meets: false, open: ['CD-01', 'NLO-01', 'NLO-02'] });
  });

  it('never changes the score and the findings of the programme', () => {
    const without = new Walk().toReview().state.audit;
    const { audit } = audited(overlay(), { 'NLO-01': NONCONFORM }).state;
    expect(audit).toEqual(without);
  });

  it('counts a corrective action that was verified', () => {
    const walk = audited(overlay(), { 'CD-01': NONCONFORM });
    expect(resultOf(walk)).toMatchObject({ open: ['CD-01'] });
    walk.must({ type: 'require-corrective-actions' }, 'reviewer').correct('CD-01').verify('CD-01');
    expect(resultOf(walk)).toMatchObject({ meets: true, total: 100 });
  });

  it('counts a correction that a second person accepted', () => {
    const walk = audited(overlay(), { 'CD-01': NONCONFORM }).proposeCorrections({ 'CD-01': 'conform' });
    expect(resultOf(walk)).toMatchObject({ meets: false, open: ['CD-01'] });
    walk.must({ type: 'accept-correction', itemId: 'CD-01' }, 'reviewer');
    expect(resultOf(walk)).toMatchObject({ meets: true, open: [], total: 100 });
  });

  it('counts what a renewal carries over', () => {
    const walk = audited(overlay()).unanswered('CD-01');
    const carried = { pilotAccepted: true, audit: 'delta', carried: { 'CD-01': 'conform' } } as const;
    walk.state = { ...walk.state, renewal: carried };
    const facts = walk.facts({ type: 'submit-audit' });
    const result = withOverlayResults(walk.state, facts, walk.now).overlays?.[0]?.result;
    expect(result).toMatchObject({ meets: true, open: [], total: 100 });
  });

  it('wants certificates that are in force and cover the category', () => {
    const certificates = { TRIMS: ['GRS', 'OCS'] };
    const shown = (validTo: string, scope = ['TRIMS']) => {
      const walk = new Walk().toAssessment().must({ type: 'grant-consent', buyerId: 'buyer-1' }, 'supplier');
      walk.overlays = [{ overlayId: 'o', buyerId: 'buyer-1', content: overlay({ certificates }) }];
      const grs = { scheme: 'GRS', number: '1', holderName: 'x', scope, validFrom: '2026-01-01', validTo };
      walk.papers[COMPLIANCE] = { ...walk.papers[COMPLIANCE], certificates: { certificates: [grs] } };
      walk.toAudit().checks().answer({ 'NLO-01': CONFORM });
      return resultOf(walk.must({ type: 'submit-audit' }, 'auditor'))?.missingCertificates;
    };
    expect(shown('2027-01-01')).toEqual(['OCS']);
    expect(shown('2026-11-01')).toEqual(['GRS', 'OCS']);
    expect(shown('2027-01-01', ['LEATHER'])).toEqual(['GRS', 'OCS']);
  });

  it('tightens and never loosens', () => {
    const asked = CHECKLIST_ITEMS.filter(({ id }) => ['CD-01', 'BL-01'].includes(id));
    const looser = [
      { itemId: 'BL-01', severity: 'minor' as const, weight: 1 },
      { itemId: 'CD-01', weight: 6 },
    ];
    const tightened = tightenedBy(overlay({ tightened: looser }), asked);
    expect(tightened).toMatchObject([{ id: 'CD-01', weight: 6, severity: 'major' }]);
  });

  it('does not touch what tells of a child in danger', () => {
    const tightened = [{ itemId: 'SL-01', weight: 50 }];
    const walk = audited(overlay({ tightened }), { 'SL-01': NONCONFORM });
    expect(walk.state.safeguarding).toBeDefined();
    expect(resultOf(walk)).toMatchObject({ meets: true, open: [], total: 100 });
  });

  it('adds only what the category, the profile and its conditions ask of the site', () => {
    const items = [
      own('NLO-01', { categories: ['LEATHER'] }),
      own('NLO-02', { coreProfile: false }),
      own('NLO-03', { askedWhen: { workersAtLeast: 100 } }),
      own('NLO-04'),
    ];
    const scope = { ...new Walk().toAssessment().state };
    expect(addedItems(overlay({ items }), scope).map(({ id }) => id)).toEqual(['NLO-04']);
  });

  it('is taken of buyers that may read findings when the audit begins, and of no others', () => {
    const { state } = audited(overlay());
    expect(state.overlays).toMatchObject([{ buyerId: 'buyer-1', overlayId: 'overlay-1' }]);
    expect(new Walk().toAssessment().toAudit().state.overlays).toBeUndefined();
    const validUntil = addDays(state.caseTime, 20);
    const walk = new Walk()
      .must({ type: 'grant-consent', buyerId: 'buyer-1', validUntil }, 'supplier')
      .must({ type: 'grant-consent', buyerId: 'buyer-2', sections: ['profile'] }, 'supplier');
    expect(overlayBuyers(walk.state, walk.now)).toEqual(['buyer-1']);
    expect(overlayBuyers(walk.state, validUntil)).toEqual([]);
  });

  it('is told with its result when the assessment is told, and to its own buyer alone', () => {
    const { state } = audited(overlay());
    const seen = (...args: Parameters<typeof asTold> extends [unknown, ...infer R] ? R : never) =>
      asTold(state, ...args).overlays;
    expect(seen(['supplier'])).toEqual([{ buyerId: 'buyer-1', overlayId: 'overlay-1' }]);
    expect(seen(['buyer'], 'buyer-1')).toEqual([{ buyerId: 'buyer-1', overlayId: 'overlay-1' }]);
    expect(seen(['buyer'], 'buyer-2')).toEqual([]);
    expect(seen(['audit-firm'])?.[0]?.result).toBeDefined();
    const signed = audited(overlay()).must({ type: 'pass-review' }, 'reviewer').state;
    expect(asTold(signed, ['buyer'], 'buyer-1').overlays?.[0]?.result?.meets).toBe(true);
    expect(asTold(signed, ['buyer'], 'buyer-2').overlays).toEqual([]);
  });
});

describe('the content of an overlay', () => {
  it('is in order as it stands here', () => {
    expect(overlayProblems(overlay())).toEqual([]);
  });

  it.each<[string, string, Partial<OverlayContent>]>([
    ['id-without-code', '/items/0/id', { items: [own('BL-01')] }],
    ['id-repeated', '/items/1/id', { items: [own('NLO-01'), own('NLO-01')] }],
    [
      ...(['tightened-twice', '/tightened/1'] as const),
      { tightened: [1, 2].map((weight) => ({ itemId: 'CD-01', weight })) },
    ],
    ['nothing-tightened', '/tightened/0', { tightened: [{ itemId: 'CD-01' }] }],
  ])('has the problem %s at %s', (code, pointer, patch) => {
    expect(overlayProblems(overlay(patch))).toEqual([{ pointer, code }]);
  });
});
