import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import type { ChangeCode } from '../qualified-codes.js';
import { openPapers } from '../papers.js';
import { allowedCommands } from '../precheck.js';
import { asTold, sealOf } from '../withheld.js';
import { PEOPLE, Walk } from '../walk.fixture.js';

const report = (change: ChangeCode) => ({ type: 'report-change', change }) as const;
const conclude = (change: ChangeCode, outcome: 'keep' | 'order-visit' | 'downgrade' | 'suspend' = 'keep') =>
  ({ type: 'conclude-change', change, outcome }) as const;
const qualified = (): Walk => new Walk().toDecision().approve();
const open = (walk: Walk): Record<string, readonly string[] | undefined> =>
  Object.fromEntries(openPapers(walk.state).map(({ paper, items }) => [paper, items]));
const pending = (walk: Walk): readonly string[] =>
  Object.entries(walk.state.checks).flatMap(([kind, { verdict }]) => (verdict === 'PENDING' ? [kind] : []));

describe('a change that is reported', () => {
  it.each([
    ['owner', 'compliance', 'owners', ['beneficial-owners', 'sanctions']],
    ['address', 'application', 'site', ['duplicate', 'location']],
    ['workforce', 'application', 'profile', ['capacity', 'wages']],
  ] as const)('of %s opens what it concerns and runs its checks again', (change, paper, item, checks) => {
    const walk = qualified();
    expect(open(walk)[paper] ?? []).not.toContain(item);
    walk.must(report(change), 'supplier');
    expect(open(walk)[paper]).toContain(item);
    expect([...pending(walk)].sort()).toEqual([...checks].sort());
    expect(ballHolders(walk.state)).toContainEqual(
      expect.objectContaining({ role: 'officer', what: 'review-change', subject: change }),
    );
    walk.checks().must(conclude(change), 'officer');
    expect(walk.state).toMatchObject({ at: 'QUALIFIED', changes: {} });
    expect(open(walk)[paper] ?? []).not.toContain(item);
  });

  it('is the supplier’s to report as far as it is its own, and the office’s all of it', () => {
    expect(qualified().refused(report('worker-complaint'), 'supplier').code).toBe('role-not-allowed');
    expect(qualified().refused(report('owner'), 'stranger').code).toBe('not-your-case');
    expect(qualified().refused(report('owner'), 'requester').code).toBe('role-not-allowed');
    expect(new Walk().toPilot().refused(report('owner'), 'supplier').code).toBe('stage-does-not-allow');
    const offered = (who: 'supplier' | 'officer') =>
      allowedCommands(qualified().state, PEOPLE[who]).filter(({ type }) => type === 'report-change').length;
    expect([offered('supplier'), offered('officer')]).toEqual([3, 5]);
    qualified().must(report('owner'), 'officer');
  });

  it('is open once at a time, and concluded by an officer within five working days', () => {
    const walk = qualified().must(report('address'), 'supplier').checks();
    expect(walk.refused(report('address'), 'officer')).toEqual({
      code: 'change-reported',
      items: ['address'],
    });
    expect(walk.refused(conclude('owner'), 'officer')).toEqual({ code: 'change-unknown', items: ['owner'] });
    expect(walk.refused(conclude('address'), 'reviewer').code).toBe('role-not-allowed');
    const due = walk.state.deadlines.find(({ kind }) => kind === 'change-review');
    expect(due).toMatchObject({ subject: 'address', dueAt: '2026-11-09T10:00:00.000Z' });
  });

  it('is not simply kept before its checks have spoken, or against them', () => {
    const walk = qualified().must(report('owner'), 'supplier');
    expect(walk.refused(conclude('owner'), 'officer')).toEqual({
      code: 'check-running',
      items: ['sanctions', 'beneficial-owners'],
    });
    walk.checkVerdicts = { 'beneficial-owners': 'FAIL' };
    walk.checks();
    expect(walk.refused(conclude('owner'), 'officer')).toEqual({
      code: 'check-failed',
      items: ['beneficial-owners'],
    });
    walk.must(conclude('owner', 'downgrade'), 'officer');
    expect(walk.state).toMatchObject({
      at: 'QUALIFIED_CONDITIONAL',
      condition: { reason: 'change-reported' },
    });
  });

  it('never runs a check again that officers are about to find failed', () => {
    const walk = qualified().must({ type: 'rerun-check', check: 'sanctions' }, 'officer');
    walk.checkVerdicts = { sanctions: 'POTENTIAL' };
    walk.checks().must({ type: 'resolve-check', check: 'sanctions', verdict: 'FAIL' }, 'officer');
    walk.must(report('owner'), 'supplier');
    expect(pending(walk)).toEqual(['beneficial-owners']);
    expect(walk.state.checks.sanctions?.failureProposedBy).toBeDefined();
  });

  it('may order a visit, or suspend, which a second officer confirms', () => {
    const visited = qualified()
      .must(report('workforce'), 'supplier')
      .must(conclude('workforce', 'order-visit'), 'officer');
    expect(visited.state.surveillance?.visits).toEqual({ v1: { reason: 'ordered', phase: 'planned' } });
    const walk = qualified().must(report('critical-incident'), 'officer');
    walk.must(conclude('critical-incident', 'suspend'), 'officer');
    expect(walk.state).toMatchObject({
      at: 'SUSPENDED',
      suspension: { cause: 'critical-incident', by: { personId: 'dara' } },
    });
    walk.must({ type: 'confirm-suspension' }, 'officer2');
  });

  it('cannot downgrade what is conditional, nor suspend what is suspended', () => {
    const conditional = new Walk().toDecision().approve(true).must(report('address'), 'supplier');
    expect(conditional.refused(conclude('address', 'downgrade'), 'officer').code).toBe('not-applicable-here');
    conditional.must({ type: 'suspend', cause: 'other' }, 'officer');
    expect(conditional.refused(conclude('address', 'suspend'), 'officer').code).toBe('not-applicable-here');
  });
});

describe('a complaint of workers', () => {
  it('is told to nobody outside the office before something follows from it', () => {
    const walk = qualified().must(report('worker-complaint'), 'officer');
    for (const relation of ['supplier', 'buyer', 'audit-firm'] as const)
      expect(JSON.stringify(asTold(walk.state, [relation]))).not.toContain('complaint');
    expect(JSON.stringify(asTold(walk.state, ['programme-office']))).toContain('complaint');
    walk.wait(8).must(conclude('worker-complaint'), 'officer');
    const from = walk.entries.findIndex(({ command }) => command === 'report-change');
    const since = walk.entries.slice(from);
    expect(since.at(-1)?.command).toBe('conclude-change');
    expect(new Set(since.map((entry) => sealOf(entry, 'supplier')))).toEqual(new Set(['internal']));
  });

  it('is told by the suspension that follows from it', () => {
    const walk = qualified().must(report('worker-complaint'), 'officer');
    walk.must(conclude('worker-complaint', 'suspend'), 'officer');
    const last = walk.entries.at(-1);
    expect(last && sealOf(last, 'supplier')).toBe('open');
  });
});
