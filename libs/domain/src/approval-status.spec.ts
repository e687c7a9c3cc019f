import { describe, expect, it } from '@jest/globals';
import { approvalStatus } from './approval-status.js';
import { Walk } from './walk.fixture.js';

const qualified = (conditional = false): Walk => new Walk().toDecision().approve(conditional);
const standing = (walk: Walk, buyer = 'buyer-1') => approvalStatus(walk.state, buyer, walk.now);

describe('the status of an approval', () => {
  it('is the minimum of its own and that of the qualification', () => {
    const walk = qualified();
    const own = walk.state.approvals['buyer-1']?.validUntil ?? '';
    expect(standing(walk)).toEqual({ standing: 'approved', validUntil: own });
    expect(standing(walk, 'buyer-2')).toEqual({ standing: 'none' });
    expect(approvalStatus(walk.state, 'buyer-1', own).standing).toBe('expired');
    walk.must({ type: 'downgrade', reason: 'surveillance-score' }, 'officer');
    expect(standing(walk).standing).toBe('conditional');
    expect(standing(new Walk().toDecision()).standing).toBe('undecided');
    expect(standing(new Walk().toDecision().approve().wait(800)).standing).toBe('expired');
  });

  it('ends no later than the condition of the qualification', () => {
    const walk = new Walk().toDecision().scope('buyer-1', 600).approve();
    walk.must({ type: 'downgrade', reason: 'surveillance-score' }, 'officer');
    expect(standing(walk).validUntil).toBe(
      walk.state.deadlines.find(({ kind }) => kind === 'condition')?.dueAt,
    );
  });

  it('of a conditional approval is six months at the most', () => {
    const walk = new Walk().toDecision().scope('buyer-1', 600).approve(true);
    expect(Date.parse(standing(walk).validUntil ?? '') - Date.parse(walk.now)).toBeLessThan(186 * 86_400_000);
  });
});
