import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { Walk } from '../walk.fixture.js';

const SUBMIT = { type: 'submit-application' } as const;
const change = { type: 'change-bank-account' } as const;
const call = (outcome: 'confirmed' | 'denied' = 'confirmed') =>
  ({ type: 'confirm-bank-change', outcome, called: 'application-contact', noteId: 'note' }) as const;
/** Qualified, paid on the account of its application, and another account just written. */
const changing = (): Walk => new Walk().bank().toDecision().approve().bank();
const told = (walk: Walk): readonly string[] => walk.entries.at(-1)?.events.map(({ type }) => type) ?? [];
const duties = (walk: Walk): readonly string[] => ballHolders(walk.state).map(({ what }) => what);

describe('a bank account', () => {
  it('is in force with the application it was handed in with', () => {
    expect(new Walk().bank().toAssessment().state.bankAccount).toEqual({ revision: '1' });
    expect(new Walk().toAssessment().state.bankAccount).toBe(undefined);
  });

  it('goes over to a renewal as it is in force; another one is a change there, like every change', () => {
    const renewing = () => new Walk().toDecision().approve().wait(650).next().bank();
    const copied = renewing();
    copied.bankIsCopy = true;
    expect(copied.must(SUBMIT, 'supplier').state.bankAccount).toEqual({ revision: '1' });
    const other = renewing().must(SUBMIT, 'supplier');
    expect(other.state.bankAccount).toMatchObject({ change: { revision: '1' } });
    expect(other.state.bankAccount).not.toHaveProperty('revision');
    expect(told(other)).toContain('bank-change-announced');
    other.must({ type: 'accept-application' }, 'officer').checks();
    expect(other.wait(2).state.bankAccount).not.toHaveProperty('revision');
    expect(other.must(call(), 'officer').state.bankAccount).toEqual({ revision: '1' });
  });

  it('that is changed comes into force a day later, when an officer has called back', () => {
    const walk = changing().must(change, 'supplier');
    expect(told(walk)).toEqual(['bank-change-announced', 'checks-requested']);
    expect(duties(walk)).toContain('confirm-bank-change');
    walk.checks().must(call(), 'officer');
    expect(walk.state.bankAccount).toMatchObject({ revision: '1', change: { revision: '2' } });
    expect(duties(walk)).not.toContain('confirm-bank-change');
    expect(walk.wait(0.999).state.bankAccount?.revision).toBe('1');
    expect(walk.wait(0.001).state.bankAccount).toEqual({ revision: '2' });
    expect(told(walk).filter((type) => type !== 'surveillance-drawn')).toEqual([
      'bank-account-changed',
      'checks-requested',
    ]);
  });

  it('does not come into force by time alone: the old one stands until somebody has called', () => {
    const walk = changing().must(change, 'supplier').wait(10);
    expect(walk.state.bankAccount?.revision).toBe('1');
    expect(walk.must(call(), 'officer').state.bankAccount).toEqual({ revision: '2' });
  });

  it('stays as it was when the supplier knows of no change, and the office looks into it', () => {
    const walk = changing().must(change, 'supplier').must(call('denied'), 'officer');
    expect(walk.state.bankAccount).toEqual({ revision: '1' });
    expect(walk.state.matters).toMatchObject([{ kind: 'escalated', subject: 'bank-change' }]);
    expect(walk.wait(3).state.bankAccount).toEqual({ revision: '1' });
    expect(walk.refused(call(), 'officer').code).toBe('bank-change-unknown');
  });

  it('is confirmed by another than who entered the change, and by an officer only', () => {
    const walk = changing().must(change, 'officer');
    expect(walk.refused(call(), 'officer').code).toBe('same-person');
    expect(walk.refused(call(), 'supplier').code).toBe('role-not-allowed');
    expect(walk.refused(call(), 'requester').code).toBe('role-not-allowed');
    walk.must(call(), 'officer2');
    expect(walk.refused(call(), 'officer2').code).toBe('bank-change-unknown');
  });

  it('cools off anew when it is changed again, and the first call is worth nothing then', () => {
    const walk = changing().must(change, 'supplier').must(call(), 'officer').wait(0.5).bank();
    walk.must(change, 'supplier').wait(0.6);
    expect(walk.state.bankAccount).toMatchObject({ revision: '1', change: { revision: '3' } });
    expect(walk.state.bankAccount?.change?.calledBackBy).toBe(undefined);
    expect(walk.wait(0.4).state.bankAccount?.revision).toBe('1');
    expect(walk.must(call(), 'officer').state.bankAccount).toEqual({ revision: '3' });
  });

  it('cools off also when it is the first one, declared late', () => {
    const walk = new Walk().toPilot().bank().must(change, 'supplier');
    expect(walk.state.bankAccount).toMatchObject({ change: { revision: '1', by: { personId: 'sokha' } } });
    expect(walk.must(call(), 'officer').wait(1).state.bankAccount).toEqual({ revision: '1' });
  });

  it('is not changed to itself, nor to half an account, nor by anybody else', () => {
    const walk = new Walk().bank().toPilot();
    expect(walk.refused(change, 'supplier')).toEqual({ code: 'bank-account-unchanged' });
    expect(walk.refused(change, 'stranger').code).toBe('not-your-case');
    walk.papers['compliance'] = {
      bank: { bankName: 'B', bic: 'X', holderName: 'H', letterDate: '2026-11-01' },
    };
    expect(walk.refused(change, 'supplier')).toEqual({
      code: 'application-incomplete',
      items: ['bank.accountNumber'],
    });
    expect(new Walk().bank().refused(change, 'supplier').code).toBe('stage-does-not-allow');
  });
});
