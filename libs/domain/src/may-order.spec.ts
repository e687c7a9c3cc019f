import { describe, expect, it } from '@jest/globals';
import { approvalRecord, type ApprovalRecord } from './approval-status.js';
import { deliveredIn, mayOrder, reasonsOf, type ApprovalOnFile, type OrderQuestion } from './may-order.js';
import { Walk } from './walk.fixture.js';

const NOW = '2027-03-10T05:00:00.000Z';
const RECORD: ApprovalRecord = {
  ...{ phase: 'approved', validUntil: '2027-06-30T16:59:59.999Z' },
  qualification: {
    at: 'QUALIFIED',
    enteredAt: '2027-01-01T00:00:00.000Z',
    validUntil: '2029-01-01T00:00:00.000Z',
  },
};
const APPROVAL: ApprovalOnFile = {
  ...{ siteId: 'site-1', record: RECORD, delivered: { usd: 1500, units: 400, withoutValue: 0 } },
  scope: {
    ...{
      maxUsdPerMonth: 2000,
      maxUnitsPerMonth: 1000,
      endMarkets: ['EU', 'US'],
      hsLines: ['5807.10', '9606'],
    },
    ...{ tier: 2, validUntil: '2027-06-30', conditions: ['Only labels'] },
  },
};
const ask = (question: OrderQuestion = {}, change: Partial<ApprovalOnFile> = {}) =>
  mayOrder({ ...APPROVAL, ...change }, question, NOW);
const suspended = { since: NOW, cause: 'list-hit' } as const;
const standing = (change: Partial<ApprovalRecord>, at: Partial<ApprovalRecord['qualification']> = {}) =>
  ask({}, { record: { ...RECORD, ...change, qualification: { ...RECORD.qualification, ...at } } }).reasons;

describe('whether a buyer may order', () => {
  it('is answered with what is left of the month', () => {
    expect(
      ask({ hsLine: '5807.10.10', endMarket: 'EU', amountUsd: 500, units: 600, siteId: 'site-1' }),
    ).toEqual({
      ...{ mayOrder: true, standing: 'approved', validUntil: RECORD.validUntil },
      ...{ left: { usd: 500, units: 600 }, reasons: [] },
    });
  });

  it.each([
    ['another site', { siteId: 'site-2' }, ['outside-sites']],
    ['other goods', { hsLine: '5806' }, ['outside-hs-lines']],
    ['more than the line that was approved', { hsLine: '5807' }, ['outside-hs-lines']],
    ['goods below an approved heading', { hsLine: '96062100' }, []],
    ['another market', { endMarket: 'JP' }, ['outside-markets']],
    ['a cent too much', { amountUsd: 500.01 }, ['over-monthly-amount']],
    ['a unit too many', { units: 601 }, ['over-monthly-units']],
    ['everything wrong', { hsLine: '5806', amountUsd: 501 }, ['outside-hs-lines', 'over-monthly-amount']],
    ['the last day', { on: '2027-06-29' }, []],
    ['the day after', { on: '2027-07-01' }, ['expired']],
  ] as const)('says so for %s', (_what, question, reasons) => {
    expect(ask(question)).toMatchObject({ mayOrder: reasons.length === 0, reasons });
  });

  it.each([
    ['was never decided', { phase: 'recommended' }, {}, 'approval-undecided'],
    ['was declined', { phase: 'declined' }, {}, 'approval-declined'],
    ['ended', { phase: 'ended' }, {}, 'approval-ended'],
    ['ran out', { validUntil: NOW }, {}, 'expired'],
    ['outlived its qualification', {}, { validUntil: NOW }, 'expired'],
    [
      'stands on a suspended qualification',
      {},
      { suspension: suspended, at: 'SUSPENDED' },
      'qualification-suspended',
    ],
    ['waits for a new assessment', {}, { at: 'ASSESSMENT_REVIEW' }, 'qualification-suspended'],
    ['was not confirmed after a reinstatement', { awaitsBuyerSince: NOW }, {}, 'approval-suspended'],
  ] as const)('is no when the approval %s', (_what, change, at, reason) => {
    expect(standing(change, at)).toEqual([reason]);
  });

  it('is yes under a conditional approval', () => {
    expect(standing({ phase: 'approved-conditionally' })).toEqual([]);
    expect(standing({}, { at: 'QUALIFIED_CONDITIONAL' })).toEqual([]);
  });

  it('is no without a question too, when nothing is left', () => {
    const used = { usd: 2000, units: 1000, withoutValue: 1 };
    expect(ask({}, { delivered: used }).reasons).toEqual(['over-monthly-amount', 'over-monthly-units']);
    expect(ask({ units: 1 }, { delivered: { ...used, usd: 2300, units: 0 } }).left.usd).toBe(0);
  });

  it('is answered by the approval that comes closest', () => {
    const [yes, unlike, late] = [ask(), ask({ hsLine: '5806' }), ask({ on: '2027-07-01' })];
    expect(reasonsOf([late, unlike, yes])).toEqual([]);
    expect(reasonsOf([late, unlike])).toEqual(['outside-hs-lines']);
    expect(reasonsOf([])).toEqual(['no-approval']);
  });

  it('counts what was delivered in the month, valued or not', () => {
    const one = {
      ...{ dueOn: '2027-03-10', deliveredOn: '2027-03-09', ordered: 10, delivered: 10, accepted: true },
      ...{ inspected: 1, defective: 0, answeredInTime: true, priceKept: true },
    };
    const before = { ...one, deliveredOn: '2027-02-28', valueUsd: 99 };
    expect(deliveredIn('2027-03', [one, { ...one, valueUsd: 12.5 }, before])).toEqual({
      ...{ usd: 12.5, units: 20, withoutValue: 1 },
    });
  });

  it('goes by what the case says of the approval', () => {
    const walk = new Walk().toDecision().approve();
    const record = approvalRecord(walk.state, 'buyer-1');
    expect(record).toMatchObject({ phase: 'approved', qualification: { at: 'QUALIFIED' } });
    expect(approvalRecord(walk.state, 'buyer-2')).toBeUndefined();
    expect(mayOrder({ ...APPROVAL, record: record! }, {}, walk.now).mayOrder).toBe(true);
  });
});
