import type { CaseState, CheckKind } from '../case-state.js';
import type { Decision } from '../decision.js';
import { APPLICATION, COMPLIANCE } from '../papers.js';
import { CHANGE_CODES, SUPPLIER_CHANGES, type ChangeCode, type SuspensionCause } from '../qualified-codes.js';
import { refuse } from '../refusals.js';
import { YEARS_AFTER } from '../states.js';
import { complianceChecks, openChecks, requestChecks } from './checks.js';
import { independent } from './corrective-actions.js';
import type { Rules } from './rule.js';
import { follow, outcomeFits } from './surveillance.rules.js';

/** The checks that a change makes doubtful, beside what an officer looks at (domain 2.1, re-opening triggers). */
const TOUCHED: Readonly<Record<ChangeCode, readonly CheckKind[]>> = {
  owner: ['beneficial-owners', 'sanctions'],
  address: ['duplicate', 'location'],
  workforce: ['capacity', 'wages'],
  'critical-incident': [],
  'worker-complaint': [],
};
const CAUSES: Readonly<Partial<Record<ChangeCode, SuspensionCause>>> = {
  'critical-incident': 'critical-incident',
  'worker-complaint': 'worker-complaint',
};

const touched = (state: CaseState, change: ChangeCode): readonly CheckKind[] =>
  TOUCHED[change].filter((kind) => state.checks[kind]);

/** Run again what the change touches. What two officers are about to find failed, or did, stays as it is. */
function runAgain(d: Decision, change: ChangeCode): void {
  const asked = complianceChecks(d.state, d.facts.scheme);
  const kinds = TOUCHED[change].filter((kind) => {
    const check = d.state.checks[kind];
    const judged = check?.failureProposedBy ?? (check?.verdict === 'FAIL' ? check.decidedBy : undefined);
    return (check ?? asked.includes(kind)) && !judged;
  });
  if (kinds.length > 0) requestChecks(d, kinds);
}

const mayReport = (change: ChangeCode, kind: string): boolean =>
  kind === 'programme-office' || (SUPPLIER_CHANGES as readonly string[]).includes(change);

export const changeRules: Rules<'report-change' | 'conclude-change'> = {
  'report-change': {
    by: ['supplier', 'officer'],
    in: YEARS_AFTER,
    subjects: (state, actor) =>
      CHANGE_CODES.filter((c) => mayReport(c, actor.organisationKind) && !state.changes?.[c]).map(
        (change) => ({
          change,
        }),
      ),
    check: (state, { change }, actor) => {
      if (actor.kind !== 'person' || !mayReport(change, actor.organisationKind))
        return refuse('role-not-allowed');
      return state.changes?.[change] ? refuse('change-reported', [change]) : undefined;
    },
    apply: (d, { change }) => {
      d.change({ changes: { ...d.state.changes, [change]: { since: d.now, by: d.hand } } });
      d.start('change-review', change);
      d.tell('change-reported', { change });
      runAgain(d, change);
    },
  },
  'conclude-change': {
    by: ['officer'],
    in: YEARS_AFTER,
    subjects: (state) =>
      CHANGE_CODES.filter((change) => state.changes?.[change]).map((change) => ({ change })),
    check: (state, { change, outcome }, actor) => {
      if (!state.changes?.[change]) return refuse('change-unknown', [change]);
      return outcomeFits(state, outcome) ?? independent(state, actor);
    },
    // What the supplier wrote anew is sealed by the decision on it.
    reliesOn: () => [APPLICATION, COMPLIANCE],
    // Nothing is kept before the checks have spoken of what is new; to stop it, nobody has to wait for them.
    blockers: (state, { change, outcome }) => {
      if (outcome !== 'keep') return [];
      const kinds = touched(state, change);
      const { checks } = state;
      return openChecks({ ...state, checks: Object.fromEntries(kinds.map((kind) => [kind, checks[kind]])) });
    },
    apply: (d, { change, outcome }) => {
      const others = Object.entries(d.state.changes ?? {}).filter(([code]) => code !== change);
      d.stop('change-review', change);
      d.change({ changes: Object.fromEntries(others) });
      // Of a complaint nothing stays that an audit in full would tell the supplier.
      if (change !== 'worker-complaint')
        d.change({ changedSince: [...new Set([...(d.state.changedSince ?? []), change])] });
      d.tell('change-concluded', { change, outcome });
      follow(d, outcome, { condition: 'change-reported', suspension: CAUSES[change] ?? 'other' });
    },
  },
};
