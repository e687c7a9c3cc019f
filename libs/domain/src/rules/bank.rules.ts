import { applicationGaps } from '../application.js';
import type { BankAccountState, CaseState } from '../case-state.js';
import type { Decision } from '../decision.js';
import { paperOf } from '../facts.js';
import { COMPLIANCE } from '../papers.js';
import { refuse } from '../refusals.js';
import { CHECKED, repeatable, requestChecks } from './checks.js';
import type { Rules } from './rule.js';

const BANK = 'bank';
const changeOf = ({ bankAccount }: CaseState): BankAccountState['change'] => bankAccount?.change;

const setAccount = (d: Decision, account: BankAccountState): void => {
  const { revision, change } = account;
  d.change({ bankAccount: { ...(revision !== undefined && { revision }), ...(change && { change }) } });
};

/** An account that is not in force: everybody of the supplier is told, and an officer calls. */
export function announceBankChange(d: Decision): void {
  const revision = d.facts.bankRevision ?? '';
  setAccount(d, { ...d.state.bankAccount, change: { revision, by: d.hand, since: d.now } });
  d.start('bank-cool-off');
  d.start('bank-call-back');
  d.tell('bank-change-announced', { revision });
}

/** The account that is being confirmed comes into force when a day has passed and somebody has called back, and not before. */
export function settleBankChange(d: Decision): void {
  const change = changeOf(d.state);
  const cooling = d.state.deadlines.some(({ kind }) => kind === 'bank-cool-off');
  if (!change?.calledBackBy || cooling) return;
  setAccount(d, { revision: change.revision });
  d.tell('bank-account-changed', { revision: change.revision });
  requestChecks(d, repeatable(d.state, ['bank-account']));
}

/**
 * A changed bank account (domain 4, row 11): the usual way to steal a payment is to have the account changed by somebody who
 * got hold of a supplier's sign-in. The old account stands until 24 hours have passed, in which everybody of the supplier
 * is told, and until an officer has called a number that was known before.
 */
export const bankRules: Rules<'change-bank-account' | 'confirm-bank-change'> = {
  // Given again with another account, it begins anew: a day, and a call about that one.
  'change-bank-account': {
    by: ['supplier'],
    onBehalf: true,
    in: CHECKED,
    reliesOn: () => [COMPLIANCE],
    blockers: (state, _command, facts) => {
      const missing = applicationGaps(paperOf(facts, COMPLIANCE), [BANK]);
      if (missing.length > 0) return [refuse('application-incomplete', missing)];
      const known = [state.bankAccount?.revision, changeOf(state)?.revision];
      return known.includes(facts.bankRevision) ? [refuse('bank-account-unchanged')] : [];
    },
    apply: (d) => {
      announceBankChange(d);
      requestChecks(d, repeatable(d.state, ['bank-account', 'sanctions']));
    },
  },
  'confirm-bank-change': {
    by: ['officer'],
    in: CHECKED,
    subjects: (state) => (changeOf(state) && !changeOf(state)?.calledBackBy ? [{}] : []),
    check: (state, _command, actor) => {
      const change = changeOf(state);
      if (!change || change.calledBackBy) return refuse('bank-change-unknown');
      const mine = actor.kind === 'person' && actor.personId === change.by.personId;
      return mine ? refuse('same-person') : undefined;
    },
    apply: (d, { outcome, called }) => {
      const { change, ...inForce } = d.state.bankAccount ?? {};
      d.stop('bank-call-back');
      if (!change || outcome === 'denied') {
        d.stop('bank-cool-off');
        setAccount(d, inForce);
        d.tell('bank-change-denied', { revision: change?.revision ?? '' });
        return d.raise('escalated', 'bank-change');
      }
      setAccount(d, { ...inForce, change: { ...change, calledBackBy: d.hand } });
      d.tell('bank-change-called-back', { revision: change.revision, called });
      settleBankChange(d);
    },
  },
};
