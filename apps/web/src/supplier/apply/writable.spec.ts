import { describe, expect, it } from '@jest/globals';
import { isDrafting, isWritable } from './writable.js';

type Case = Parameters<typeof isWritable>[0];
const seen = (change: Partial<Case>): Case => ({
  ...{ stage: 'application', substate: 'draft', checks: {}, changes: [], over: false },
  ...change,
});
const check = (verdict: string) => ({ verdict, errors: 0 });

describe('what a supplier may write', () => {
  it('is all of it while the application is being filled in, or was asked about', () => {
    for (const substate of ['draft', 'information-requested'])
      for (const section of ['profile', 'site', 'owners', 'insurance'])
        expect(isWritable(seen({ substate }), section)).toBe(true);
    expect(isDrafting(seen({ substate: 'submitted' }))).toBe(false);
    expect(isWritable(seen({ substate: 'submitted' }), 'profile')).toBe(false);
  });

  it('is better papers while a check is not clear, but not the application itself', () => {
    const running = { stage: 'assessment', substate: 'running' } as const;
    expect(isWritable(seen({ ...running, checks: { 'vat-tin': check('PASS') } }), 'tax')).toBe(false);
    const unclear = seen({ ...running, checks: { 'vat-tin': check('FAIL') } });
    expect(isWritable(unclear, 'tax')).toBe(true);
    expect(isWritable(unclear, 'profile')).toBe(false);
    expect(isWritable(unclear, 'owners')).toBe(false);
    const owners = seen({ ...running, checks: { 'beneficial-owners': check('POTENTIAL') } });
    expect(isWritable(owners, 'owners')).toBe(true);
  });

  it('is papers for as long as the qualification lives, and what a change touches', () => {
    const qualified = { stage: 'qualified', substate: 'full' } as const;
    expect(isWritable(seen(qualified), 'certificates')).toBe(true);
    expect(isWritable(seen(qualified), 'site')).toBe(false);
    const moved = seen({ ...qualified, changes: [{ change: 'address', since: '2026-11-25T00:00:00.000Z' }] });
    expect(isWritable(moved, 'site')).toBe(true);
    expect(isWritable(seen({ ...qualified, over: true }), 'certificates')).toBe(false);
  });
});
