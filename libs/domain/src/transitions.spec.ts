import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { addMonths } from './calendar.js';
import type { CaseState } from './case-state.js';
import { decide } from './decide.js';
import { PEOPLE } from './people.fixture.js';
import { CASE_STATES, CLOSED_STATES, OPEN_STATES, PLACES, STAGES, type CaseStateName } from './states.js';
import { APPEALABLE, target, TRANSITIONS } from './transitions.js';
import { NONCONFORM, Walk } from './walk.fixture.js';

interface Row {
  readonly from: string;
  readonly event: string;
  readonly to: string;
}
const file = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/state-machine.json'), 'utf8'),
) as { readonly states: readonly { readonly code: string }[]; readonly transitions: readonly Row[] };

/**
 * Rows of the file that lead from one case to the next. A renewal and a reapplication are new linked cases: `renewed`
 * qualifies the new case out of its review, and `reapply` is the opening of a draft that names the case before.
 */
const LINKED: readonly Row[] = [
  { from: 'REQUALIFYING', event: 'renewed', to: 'QUALIFIED' },
  { from: 'EXPIRED', event: 'reapply', to: 'DRAFT' },
  { from: 'REVOKED', event: 'reapply', to: 'DRAFT' },
  { from: 'REJECTED', event: 'reapply', to: 'DRAFT' },
];
/**
 * What the file does not draw and the process needs: a conditional qualification can be hit by everything that a full one
 * can, and so can one whose renewal runs; a suspension leads back to where it came from, and outlives no validity.
 */
const BESIDE: readonly Row[] = [
  { from: 'QUALIFIED_CONDITIONAL', event: 'trigger', to: 'SUSPENDED' },
  { from: 'SUSPENDED', event: 'reinstate', to: 'QUALIFIED_CONDITIONAL' },
  { from: 'SUSPENDED', event: 'lapse', to: 'EXPIRED' },
  { from: 'REQUALIFYING', event: 'trigger', to: 'SUSPENDED' },
  { from: 'SUSPENDED', event: 'reinstate', to: 'REQUALIFYING' },
];
/** Events that lead back to where a case came from. */
const BACK = ['reinstate', 'upheld'];
const text = ({ from, event, to }: Row): string => `${from} --${event}--> ${to}`;
const isLinked = (row: Row): boolean => LINKED.some((linked) => text(linked) === text(row));
/** Rows that the file does not have, and why. */
const BEYOND: readonly Row[] = [
  // A qualification that never came to requalification: a conditional one, or one that a certificate had cut short.
  { from: 'QUALIFIED', event: 'lapse', to: 'EXPIRED' },
  { from: 'QUALIFIED_CONDITIONAL', event: 'lapse', to: 'EXPIRED' },
  // While a renewal runs the old qualification is in force: a certificate that lapses makes it conditional as before.
  { from: 'REQUALIFYING', event: 'downgrade', to: 'QUALIFIED_CONDITIONAL' },
  // The file's `renewed`, in the case that renews: by the reviewer, or on a plan that the reviewer accepted.
  { from: 'ASSESSMENT_REVIEW', event: 'renewed', to: 'QUALIFIED' },
  { from: 'CAP_OPEN', event: 'renewed', to: 'QUALIFIED' },
];
/** `*` stands for every open state, `A|B` for each of them, `<origin>` for where an appeal came from. */
function spread(row: Row): readonly Row[] {
  if (row.from === '*') return OPEN_STATES.map((from) => ({ ...row, from }));
  if (row.to === '<origin>') return APPEALABLE.map((to) => ({ ...row, to }));
  return row.from.split('|').map((from) => ({ ...row, from }));
}
const expected = [
  ...file.transitions.flatMap(spread).filter((row) => !isLinked(row)),
  ...BEYOND,
  ...BESIDE,
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

const qualified = (conditional = false): Walk => new Walk().toDecision().approve(conditional);
const suspended = (walk: Walk): Walk =>
  walk
    .must({ type: 'suspend', cause: 'critical-incident' }, 'officer')
    .must({ type: 'confirm-suspension' }, 'officer2');
const reinstated = (walk: Walk): Walk =>
  suspended(walk)
    .must({ type: 'propose-reinstatement' }, 'officer')
    .must({ type: 'confirm-reinstatement' }, 'officer2');
const requalifying = (): Walk => new Walk().toDecision().approve().wait(650);
const renewed = (): Walk => requalifying().next().toReview().must({ type: 'renew' }, 'reviewer');
/** Qualified before there were requalifications: nothing opens one. */
const older = (): Walk => {
  const walk = qualified();
  walk.state = { ...walk.state, deadlines: walk.state.deadlines.filter((d) => d.kind !== 'requalification') };
  return walk;
};
/** A decision that the supplier may appeal against. */
const decided = (origin: CaseStateName): Walk => {
  if (origin === 'CAP_OPEN') return correcting();
  const walk = forged().must({ type: 'confirm-rejection' }, 'officer2');
  if (origin === 'REJECTED') return walk;
  const rest = new Walk().toDecision().approve();
  rest.state = { ...rest.state, at: origin, enteredAt: rest.now };
  return rest;
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
  () => qualified().wait(800),
  () => qualified(true).wait(200 + 90),
  () => reinstated(qualified()),
  () => reinstated(qualified(true)),
  () => reinstated(requalifying()),
  () => requalifying().must({ type: 'downgrade', reason: 'surveillance-score' }, 'officer'),
  () => suspended(qualified().wait(720)).wait(60),
  () =>
    suspended(qualified())
      .must({ type: 'propose-revocation', cause: 'fraud' }, 'officer')
      .must({ type: 'confirm-revocation' }, 'officer2'),
  // Nobody closes the condition of a conditional one in the last days of its validity: it lapses with it.
  () => {
    const walk = qualified(true);
    walk.state = { ...walk.state, deadlines: walk.state.deadlines.filter((d) => d.kind !== 'condition') };
    return walk.wait(800);
  },
  () => older().wait(800),
  () => renewed(),
  () =>
    withPlan(
      requalifying().next().answer(CD).toReview().must({ type: 'require-corrective-actions' }, 'reviewer'),
    ),
  ...APPEALABLE.flatMap((origin) => [
    () => decided(origin).appealed().decideAppeal('upheld'),
    () => decided(origin).appealed().decideAppeal('overturned'),
  ]),
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
  SUSPENDED: () => suspended(qualified()),
  REQUALIFYING: requalifying,
  APPEAL: () => correcting().appealed(),
};
/** Cases that another one follows, at the first moment at which it may. */
const LINKED_FROM: Readonly<Record<string, () => Walk>> = {
  REQUALIFYING: requalifying,
  EXPIRED: () => new Walk().toDecision().approve().wait(800),
  REVOKED: () => {
    const walk = decided('REVOKED');
    walk.now = addMonths(walk.now, 12);
    return walk;
  },
  REJECTED: () => decided('REJECTED').wait(90),
};
const withdraw = { type: 'withdraw', reason: 'cost' } as const;

describe('the table of transitions', () => {
  it('holds every transition of the state machine, and none that the state machine lacks', () => {
    expect(TRANSITIONS.map(text).sort()).toEqual([...expected].sort());
  });

  it('leads from one state by one event to one place, but for what leads back to where a case came from', () => {
    const keys = TRANSITIONS.filter(({ event }) => !BACK.includes(event)).map(
      (row) => `${row.from} ${row.event}`,
    );
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
    expect([...walked].sort()).toEqual(TRANSITIONS.map(text).sort());
    expect(walks.flatMap((walk) => walk.entries).filter((entry) => entry.at === 'ELIGIBLE')).toEqual([]);
  });

  it.each(LINKED)('is led on by a linked case: $from --$event--> $to', ({ from, event, to }) => {
    const old = LINKED_FROM[from]?.() ?? new Walk();
    expect(old.state.at).toBe(from);
    const next = old.next();
    expect(next.state).toMatchObject({ at: 'DRAFT', previousId: 'case' });
    expect('renewal' in next.state).toBe(event === 'renewed');
    if (event === 'renewed') next.toReview().must({ type: 'renew' }, 'reviewer');
    expect(next.state.at).toBe(to);
    expect(old.state.at).toBe(from);
  });

  it.each(OPEN_STATES)('lets the supplier leave from %s', (state) => {
    const walk = RESTING[state]?.() ?? new Walk();
    const here: CaseState = { ...walk.state, at: state };
    expect(state === 'ELIGIBLE' || walk.state.at === state).toBe(true);
    const outcome = decide(here, withdraw, walk.facts(withdraw), PEOPLE.supplier, walk.now);
    expect(outcome).toMatchObject({
      decided: { next: { at: 'WITHDRAWN', over: true, closedReason: 'cost', deadlines: [] } },
    });
    const other = decide(here, withdraw, walk.facts(withdraw), PEOPLE.stranger, walk.now);
    expect(other).toEqual({ refused: { code: 'not-your-case' } });
  });

  it.each(CLOSED_STATES)('leaves nothing to withdraw from in %s', (state) => {
    const walk = new Walk();
    walk.state = { ...walk.state, at: state };
    expect(walk.refused(withdraw, 'supplier').code).toBe('stage-does-not-allow');
  });
});
