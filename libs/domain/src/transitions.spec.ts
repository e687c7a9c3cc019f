import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { CaseState } from './case-state.js';
import { decide } from './decide.js';
import { PEOPLE } from './people.fixture.js';
import { CASE_STATES, CLOSED_STATES, OPEN_STATES, PLACES, STAGES } from './states.js';
import { target, TRANSITIONS } from './transitions.js';
import { NONCONFORM, Walk } from './walk.fixture.js';

interface Row {
  readonly from: string;
  readonly event: string;
  readonly to: string;
}
const file = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/state-machine.json'), 'utf8'),
) as { readonly states: readonly { readonly code: string }[]; readonly transitions: readonly Row[] };

/** Still without rules: suspension, revocation, renewal, appeal. A reapplication is a new linked case. */
const LATER = ['SUSPENDED', 'REVOKED', 'REQUALIFYING', 'APPEAL'];
const isLater = ({ from, to, event }: Row): boolean =>
  [...from.split('|'), to].some((state) => LATER.includes(state)) || event === 'reapply';
/** The end of validity, which the file reaches by way of REQUALIFYING. */
const LAPSE: readonly Row[] = [
  { from: 'QUALIFIED', event: 'lapse', to: 'EXPIRED' },
  { from: 'QUALIFIED_CONDITIONAL', event: 'lapse', to: 'EXPIRED' },
];
const text = ({ from, event, to }: Row): string => `${from} --${event}--> ${to}`;
const expected = [
  ...file.transitions
    .filter((row) => !isLater(row))
    .flatMap((row) => (row.from === '*' ? OPEN_STATES.map((from) => ({ ...row, from })) : [row])),
  ...LAPSE,
].map(text);

const CD = { 'CD-01': NONCONFORM };
const submitted = (): Walk => new Walk().must({ type: 'submit-application' }, 'supplier');
const asked = (): Walk =>
  submitted().must({ type: 'request-information', items: ['profile.legalName'] }, 'officer');
const screening = (): Walk => submitted().must({ type: 'accept-application' }, 'officer');
const correcting = (): Walk =>
  new Walk().answer(CD).toReview().must({ type: 'require-corrective-actions' }, 'reviewer');
const failed = (): Walk => {
  const walk = new Walk();
  walk.checkVerdicts = { 'vat-tin': 'FAIL' };
  return walk.toReview().must({ type: 'propose-rejection', reason: 'failed-check' }, 'reviewer');
};
const forged = (): Walk =>
  screening().must({ type: 'propose-rejection', reason: 'forged-document' }, 'officer');
const withPlan = (walk: Walk): Walk => {
  walk.papers['corrective-action:CD-01'] = { response: { rootCause: 'x', action: 'y', owner: 'quality' } };
  return walk.must({ type: 'accept-corrective-plan' }, 'reviewer');
};

/** Scripted journeys that together walk every row; the withdrawals follow from the states they pass. */
const JOURNEYS: readonly (() => Walk)[] = [
  () => new Walk().wait(60),
  () => asked().must({ type: 'resubmit-application' }, 'supplier'),
  () => asked().wait(28),
  () => forged().must({ type: 'confirm-rejection' }, 'officer2'),
  () =>
    new Walk()
      .answer({ 'SL-02': NONCONFORM })
      .toReview()
      .must({ type: 'confirm-zero-tolerance', itemId: 'SL-02' }, 'reviewer'),
  () => failed().must({ type: 'confirm-rejection' }, 'officer'),
  () => new Walk().toReview().must({ type: 'return-to-auditor', items: ['BL-01'] }, 'reviewer'),
  () => correcting().correct('CD-01').verify('CD-01'),
  () => correcting().wait(90 + 14),
  () => withPlan(correcting()),
  () =>
    new Walk()
      .toPilot()
      .place('p1')
      .must({ type: 'cancel-pilot', pilotId: 'p1', reason: 'other' }, 'requester'),
  () =>
    new Walk()
      .toPilot()
      .place('p1')
      .inspect('p1', 1, 80)
      .must({ type: 'request-rework', pilotId: 'p1', lot: 1 }, 'requester'),
  () =>
    new Walk()
      .toPilot()
      .place('p1')
      .inspect('p1', 1, 80)
      .must({ type: 'reject-lot', pilotId: 'p1', lot: 1 }, 'requester'),
  () => new Walk().toDecision().must({ type: 'decline-approval', reason: 'price' }, 'approver'),
  () =>
    new Walk().toDecision().approve().must({ type: 'downgrade', reason: 'surveillance-score' }, 'officer'),
  () => new Walk().toDecision().approve(true).must({ type: 'meet-conditions' }, 'reviewer'),
  () => new Walk().toDecision().approve().wait(800),
  () => new Walk().toDecision().approve(true).wait(200),
];
/** One case in each state in which a case can rest. */
const RESTING: Readonly<Record<string, () => Walk>> = {
  DRAFT: () => new Walk(),
  SUBMITTED: submitted,
  INFO_REQUESTED: asked,
  SCREENING: screening,
  IN_ASSESSMENT: () => new Walk().toAssessment(),
  ASSESSMENT_REVIEW: () => new Walk().toReview(),
  CAP_OPEN: correcting,
  PILOT_READY: () => new Walk().toPilot(),
  PILOT_RUNNING: () => new Walk().toPilot().place('p1'),
  PILOT_INSPECTION: () => new Walk().toPilot().place('p1').deliver('p1', 1),
  BUYER_DECISION: () => new Walk().toDecision(),
  QUALIFIED: () => new Walk().toDecision().approve(),
  QUALIFIED_CONDITIONAL: () => new Walk().toDecision().approve(true),
};
const withdraw = { type: 'withdraw', reason: 'cost' } as const;

describe('the table of transitions', () => {
  it('holds every transition of the state machine, and none that the state machine lacks', () => {
    expect(TRANSITIONS.map(text).sort()).toEqual([...expected].sort());
  });

  it('leads from one state by one event to one place', () => {
    const keys = TRANSITIONS.map((row) => `${row.from} ${row.event}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(target('DRAFT', 'approve')).toBeUndefined();
  });

  it('gives every state of the state machine a stage and a substate of its own', () => {
    const states = file.states.map((state) => state.code);
    expect([...CASE_STATES].sort()).toEqual(states.sort());
    const places = CASE_STATES.map((state) => PLACES[state]);
    expect(new Set(places.map((p) => `${p.stage}/${p.substate}`)).size).toBe(CASE_STATES.length);
    expect(new Set(places.map((p) => p.stage))).toEqual(new Set(STAGES));
  });

  it('is walked by decisions, each row of it', () => {
    const walks = [
      ...JOURNEYS.map((journey) => journey()),
      ...Object.values(RESTING).map((rest) => rest().must(withdraw, 'supplier')),
    ];
    const walked = new Set(walks.flatMap((walk) => walk.moves.map(text)));
    // A case passes ELIGIBLE within one decision and never rests there: the next test puts one there.
    walked.add(text({ from: 'ELIGIBLE', event: 'withdraw', to: 'WITHDRAWN' }));
    for (const from of LATER.filter((state) => state !== 'REVOKED'))
      walked.add(text({ from, event: 'withdraw', to: 'WITHDRAWN' }));
    expect([...walked].sort()).toEqual(TRANSITIONS.map(text).sort());
    expect(walks.flatMap((walk) => walk.entries).filter((entry) => entry.at === 'ELIGIBLE')).toEqual([]);
  });

  it.each(OPEN_STATES.filter((state) => !LATER.includes(state)))(
    'lets the supplier leave from %s',
    (state) => {
      const walk = RESTING[state]?.() ?? new Walk();
      const here: CaseState = { ...walk.state, at: state };
      expect(state === 'ELIGIBLE' || walk.state.at === state).toBe(true);
      const outcome = decide(here, withdraw, walk.facts(withdraw), PEOPLE.supplier, walk.now);
      expect(outcome).toMatchObject({
        decided: { next: { at: 'WITHDRAWN', over: true, closedReason: 'cost', deadlines: [] } },
      });
      const other = decide(here, withdraw, walk.facts(withdraw), PEOPLE.stranger, walk.now);
      expect(other).toEqual({ refused: { code: 'not-your-case' } });
    },
  );

  it.each(CLOSED_STATES)('leaves nothing to withdraw from in %s', (state) => {
    const walk = new Walk();
    walk.state = { ...walk.state, at: state };
    expect(walk.refused(withdraw, 'supplier').code).toBe('stage-does-not-allow');
  });
});
