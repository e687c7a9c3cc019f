import { randomUUID } from 'node:crypto';
import type { Entered, ProgrammeWorld } from './programme-world.js';

/**
 * Nine cases whose figures anybody can reckon with a calendar: March 2026 begins on a Sunday; 14 to 16 April are holidays,
 * Tuesday to Thursday.
 */
export async function enterProgramme(world: ProgrammeWorld): Promise<Readonly<Record<string, Entered>>> {
  const cases: Record<string, Entered> = {};
  await world.rows(
    `insert into holiday_calendar (year, dates, source) values (2026, '{2026-04-14,2026-04-15,2026-04-16}', 'spec')`,
  );
  const buyer = await world.organisation(randomUUID(), 'buyer');
  const delivery = { deliveredOn: '2026-05-04', accepted: true };
  // Qualified and renewed: the renewal is valid beside it, so it is not counted again.
  cases.first = await world.enter({
    ...{
      womenOwned: true,
      size: 'micro',
      workers: [8, 8, 6],
      submitted: '2026-03-02',
      qualified: '2026-03-20',
    },
    ...{ at: 'REQUALIFYING', reached: 5, valid: true, grade: 'A', until: '2026-06-20', approvals: 1 },
    waits: [
      ['2026-02-20', 'supplier'],
      ['2026-03-02', 'office'],
      ['2026-03-04', 'supplier'],
      ['2026-03-06', 'office'],
      ['2026-03-09', 'checks'],
      ['2026-03-10', 'office', 'checks'],
      ['2026-03-12', 'auditor'],
      ['2026-03-20'],
    ],
    ended: [
      ['officer', '2026-03-05', true],
      ['officer', '2026-03-06', false],
      ['auditor', '2026-03-20', true],
    ],
  });
  cases.renewal = await world.enter({
    ...{ previous: cases.first, renewal: true, womenOwned: true, size: 'micro', workers: [12, 20, 15] },
    ...{
      submitted: '2026-05-01',
      qualified: '2026-05-20',
      at: 'QUALIFIED',
      reached: 5,
      valid: true,
      grade: 'A',
    },
    ...{ until: '2028-05-20', approvals: 2, wages: 'PASS' },
  });
  cases.second = await world.enter({
    ...{ province: 'KH-5', womenOwned: false, size: 'medium', workers: [60, 50, 20] },
    ...{
      submitted: '2026-04-10',
      qualified: '2026-04-20',
      at: 'QUALIFIED_CONDITIONAL',
      reached: 5,
      valid: true,
    },
    ...{
      grade: 'B',
      until: '2026-08-29',
      approvals: 1,
      wages: 'FAIL',
      failures: ['finding:HS-03'],
      signed: true,
    },
    waits: [['2026-04-10', 'office'], ['2026-04-17', 'supplier'], ['2026-04-20']],
    ended: [['supplier', '2026-04-20', true]],
    actions: [
      {
        subject: 'HS-03',
        phase: 'verified',
        openedAt: '2026-04-20T05:00:00.000Z',
        dueAt: '2026-05-20T05:00:00.000Z',
      },
      {
        subject: 'HS-07',
        phase: 'verified',
        openedAt: '2026-04-20T05:00:00.000Z',
        dueAt: '2026-05-01T05:00:00.000Z',
      },
      {
        subject: 'pilot:p1',
        phase: 'open',
        openedAt: '2026-04-20T05:00:00.000Z',
        dueAt: '2026-05-30T05:00:00.000Z',
      },
      {
        subject: 'SL-05',
        phase: 'submitted',
        openedAt: '2026-04-20T05:00:00.000Z',
        dueAt: '2026-05-30T05:00:00.000Z',
      },
    ],
    events: [
      ['corrective-action-submitted', '2026-04-25', { correctiveActionId: 'HS-03' }],
      ['corrective-action-submitted', '2026-05-19', { correctiveActionId: 'HS-03' }],
      ['corrective-action-verified', '2026-05-25', { correctiveActionId: 'HS-03', method: 'desk' }],
      ['corrective-action-submitted', '2026-05-02', { correctiveActionId: 'HS-07' }],
      ['corrective-action-verified', '2026-05-04', { correctiveActionId: 'HS-07', method: 'desk' }],
    ],
    facts: [
      [`deliveries:${buyer}`, 'D-1', { ...delivery, valueUsd: 1000 }],
      [`deliveries:${buyer}`, 'D-2', { ...delivery, valueUsd: 500.5, accepted: false }],
      [`deliveries:${buyer}`, 'D-3', { ...delivery }],
      [
        `deliveries:${buyer}`,
        'D-4',
        { ...delivery, valueUsd: 200, claims: [{ number: 'C', reason: 'damaged', units: 0 }] },
      ],
      [`deliveries:${buyer}`, 'D-5', { ...delivery, valueUsd: 100, deliveredOn: '2026-04-01' }],
      [`approval-scope:${buyer}`, 'scope', { hsLines: ['5807.10'] }],
      [
        ...(['compliance', 'cost-sheets'] as const),
        {
          sheets: [
            {
              ...{ product: 'label', fobUsd: 2, labourUsd: 0.8, overheadUsd: 0.3, profitUsd: 0.1 },
              materials: [
                { material: 'yarn', country: 'CN', valueUsd: 0.5 },
                { material: 'ink', country: 'KH', valueUsd: 0.3 },
              ],
            },
            { product: 'not complete', fobUsd: 50, labourUsd: 1, materials: [] },
          ],
        },
      ],
    ],
  });
  await world.rows(
    `insert into demand (id, buyer_id, category, hs_lines, end_markets, monthly_quantity, unit, provinces, created_at)
     values (gen_random_uuid(), $1, 'TRIMS', '{580710}', '{}', 1, 'pieces', '{}', '2026-05-01Z')`,
    [buyer],
  );
  cases.revoked = await world.enter({
    ...{
      province: 'KH-8',
      womenOwned: true,
      size: 'small',
      submitted: '2026-03-09',
      qualified: '2026-03-23',
    },
    ...{
      at: 'REVOKED',
      reached: 5,
      outcome: 'revoked',
      failures: ['finding:HS-03', 'revocation:fraud'],
      signed: true,
    },
    ...{ waits: [['2026-03-09', null]] },
  });
  // An hour after midnight in Phnom Penh: of April, though it is March in Greenwich.
  cases.rejected = await world.enter({
    ...{ category: 'LEATHER', province: 'KH-8', womenOwned: true, submitted: '2026-03-31T18:00:00.000Z' },
    ...{
      at: 'REJECTED',
      reached: 2,
      outcome: 'rejected',
      failures: ['finding:HS-03', 'finding:SL-05', 'rejection:grade'],
    },
  });
  cases.assessed = await world.enter({
    ...{ category: 'LEATHER', province: 'KH-5', submitted: '2026-04-01', at: 'IN_ASSESSMENT', reached: 2 },
    open: [
      ['auditor', '2026-05-25', '2026-05-28'],
      ['officer', '2026-05-29', '2026-06-02'],
    ],
  });
  cases.withdrawn = await world.enter({
    ...{ womenOwned: false, size: 'large', submitted: '2026-04-30', at: 'WITHDRAWN', outcome: 'withdrawn' },
    failures: ['withdrawal:cost'],
  });
  cases.piloted = await world.enter({
    submitted: '2026-05-04',
    at: 'PILOT_RUNNING',
    reached: 3,
    size: 'micro',
  });
  cases.draft = await world.enter({
    province: 'KH-24',
    size: 'micro',
    womenOwned: true,
    open: [['supplier', '2026-05-25', '2026-05-28']],
  });
  return cases;
}
