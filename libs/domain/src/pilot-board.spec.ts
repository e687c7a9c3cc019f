import { describe, expect, it } from '@jest/globals';
import type { LotPhase, Pilot, PilotPhase } from './case-state.js';
import { boardColumn } from './pilot-board.js';

const hand = { personId: 'p', organisationId: 'b' };
const pilot = (phase: PilotPhase, lots: readonly LotPhase[], productionStartedAt?: string): Pilot => ({
  ...{ buyerId: 'b', phase, placedBy: hand, dueAt: '2026-12-01T00:00:00.000Z' },
  lots: lots.map((lotPhase, i) => ({
    ...{ lot: i + 1, size: 500, phase: lotPhase, inspection: 'normal', reworked: false, criticalDefects: 0 },
  })),
  ...(productionStartedAt && { productionStartedAt }),
});
const STARTED = '2026-11-01T00:00:00.000Z';

describe('the column of a pilot order', () => {
  it.each<[string, Pilot]>([
    ['placed', pilot('placed', ['awaiting-delivery'])],
    ['confirmed', pilot('running', ['awaiting-delivery'])],
    ['in-production', pilot('running', ['awaiting-delivery'], STARTED)],
    ['to-inspect', pilot('running', ['awaiting-delivery', 'ready'], STARTED)],
    ['to-inspect', pilot('running', ['awaiting-inspection', 'awaiting-delivery'])],
    ['in-production', pilot('running', ['rejected', 'accepted'], STARTED)],
    ['done', pilot('accepted', ['accepted'], STARTED)],
    ['done', pilot('failed', ['rejected'])],
    ['done', pilot('cancelled', ['ready'])],
  ])('is %s', (column, order) => {
    expect(boardColumn(order)).toBe(column);
  });
});
