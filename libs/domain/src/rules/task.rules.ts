import { addDays } from '../calendar.js';
import { CASE_ROLES, type Actor } from '../actors.js';
import { ballHolders, mayHold, type BallHolder } from '../ball-holders.js';
import type { CaseState } from '../case-state.js';
import { SETTLED_BY_HAND } from '../commands.js';
import { deadlineKey, extendDeadline, makeDeadline, missingYears, type Deadline } from '../deadlines.js';
import { deadlineRule } from '../reference/deadline-rules.js';
import { refuse, type Refusal } from '../refusals.js';
import { CASE_STATES, OPEN_STATES } from '../states.js';
import { deadlineOf, setAction } from './corrective-actions.js';
import type { Rules } from './rule.js';

const find = (state: CaseState, task: string): BallHolder | undefined =>
  ballHolders(state).find((holder) => holder.task === task);
const mine = (state: CaseState, task: string, actor: Actor): Refusal | undefined => {
  const holder = find(state, task);
  if (!holder) return refuse('task-unknown', [task]);
  return actor.kind === 'person' && mayHold(holder, actor) ? undefined : refuse('task-not-yours', [task]);
};
const claimable = (state: CaseState, actor: Actor) =>
  ballHolders(state)
    .filter((h) => actor.kind === 'person' && mayHold(h, actor) && !state.claims[h.task])
    .map((h) => ({ task: h.task }));
const claimed = (state: CaseState, actor: Actor) =>
  Object.entries(state.claims)
    .filter(([, hand]) => actor.kind === 'person' && hand.personId === actor.personId)
    .map(([task]) => ({ task }));
const held = (state: CaseState, task: string, actor: Actor): Refusal | undefined => {
  const hand = state.claims[task];
  return hand && actor.kind === 'person' && hand.personId === actor.personId
    ? undefined
    : refuse('task-not-yours', [task]);
};
/** Whoever has taken it gives it on; what nobody has taken, whoever may take it. */
const givable = (state: CaseState, task: string, actor: Actor): Refusal | undefined =>
  state.claims[task] ? held(state, task, actor) : mine(state, task, actor);
const without = (claims: CaseState['claims'], task: string): CaseState['claims'] =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== task));

export const taskRules: Rules<
  | 'claim-task'
  | 'release-task'
  | 'delegate-task'
  | 'extend-deadline'
  | 'settle-matter'
  | 'recompute-deadlines'
> = {
  'claim-task': {
    by: CASE_ROLES,
    in: CASE_STATES,
    subjects: claimable,
    check: (state, command, actor) =>
      mine(state, command.task, actor) ??
      (state.claims[command.task] ? refuse('task-claimed', [command.task]) : undefined),
    apply: (d, command) => {
      d.change({ claims: { ...d.state.claims, [command.task]: d.hand } });
      d.tell('task-claimed', { task: command.task });
    },
  },
  'release-task': {
    by: CASE_ROLES,
    in: CASE_STATES,
    subjects: claimed,
    check: (state, command, actor) => held(state, command.task, actor),
    apply: (d, command) => {
      d.change({ claims: without(d.state.claims, command.task) });
      d.tell('task-released', { task: command.task });
    },
  },
  'delegate-task': {
    by: CASE_ROLES,
    in: CASE_STATES,
    subjects: (state, actor) => [...claimed(state, actor), ...claimable(state, actor)],
    check: (state, command, actor) => givable(state, command.task, actor),
    blockers: (state, command, facts, actor) => {
      const holder = find(state, command.task);
      const organisationId = actor.kind === 'person' ? actor.organisationId : '';
      const there = facts.person?.memberships.find((m) => m.organisationId === organisationId);
      const able =
        holder &&
        there &&
        facts.person &&
        mayHold(holder, { kind: 'person', personId: facts.person.personId, ...there });
      return able ? [] : [refuse('person-not-eligible', [command.toPersonId])];
    },
    apply: (d, command) => {
      const hand = { personId: command.toPersonId, organisationId: d.hand.organisationId };
      d.change({ claims: { ...d.state.claims, [command.task]: hand } });
      d.tell('task-delegated', { task: command.task, toPersonId: command.toPersonId });
    },
  },
  'extend-deadline': {
    by: ['officer'],
    in: OPEN_STATES,
    subjects: (state) => state.deadlines.filter((x) => !x.extended).map((x) => ({ deadline: x.key })),
    check: (state, command) => {
      const deadline = state.deadlines.find((x) => x.key === command.deadline);
      if (!deadline) return refuse('deadline-unknown', [command.deadline]);
      return deadline.extended ? refuse('deadline-not-extendable', [command.deadline]) : undefined;
    },
    blockers: (state, command, facts) => {
      const deadline = state.deadlines.find((x) => x.key === command.deadline);
      const most = deadline ? (deadlineRule(facts.scheme, deadline.kind).extendableDays ?? 0) : 0;
      const fits = Number.isInteger(command.days) && command.days > 0 && command.days <= most;
      const end = deadline?.kind === 'condition' ? state.validity?.until : undefined;
      if (fits && end && addDays(deadline?.dueAt ?? end, command.days) > end)
        return [refuse('date-out-of-range', [command.deadline])];
      return fits ? [] : [refuse('deadline-not-extendable', [command.deadline])];
    },
    apply: (d, command) => {
      d.change({
        deadlines: d.state.deadlines.map((x) =>
          x.key === command.deadline
            ? extendDeadline(x, command.days, deadlineRule(d.facts.scheme, x.kind))
            : x,
        ),
      });
      const extended = d.state.deadlines.find((x) => x.key === command.deadline);
      const action = extended && d.state.correctiveActions[extended.subject];
      if (action && extended.key === deadlineKey(deadlineOf(action), extended.subject)) {
        setAction(d, extended.subject, { dueAt: extended.dueAt });
      }
      d.tell('deadline-extended', { deadline: command.deadline, days: command.days });
    },
  },
  'settle-matter': {
    by: ['officer'],
    in: OPEN_STATES,
    subjects: (state) =>
      state.matters
        .filter(({ kind }) => (SETTLED_BY_HAND as readonly string[]).includes(kind))
        .map(({ kind, subject }) => ({ matter: kind, subject })),
    check: (state, command) =>
      state.matters.some((m) => m.kind === command.matter && m.subject === command.subject)
        ? undefined
        : refuse('matter-unknown', [command.subject]),
    apply: (d, command) => {
      d.settleMatter(command.matter, command.subject);
      d.tell('office-matter-settled', { matter: command.matter, subject: command.subject });
    },
  },
  'recompute-deadlines': {
    by: ['officer'],
    in: OPEN_STATES,
    check: (state) =>
      state.deadlines.some((x) => x.calendarMissing) ||
      state.matters.some((m) => m.kind === 'holidays-missing')
        ? undefined
        : refuse('not-applicable-here'),
    apply: (d) => {
      d.settleMatter('holidays-missing');
      const { calendar, scheme } = d.facts;
      const afresh = (x: Deadline): Deadline => {
        const made = makeDeadline(deadlineRule(scheme, x.kind), x.kind, x.subject, x.startedAt, calendar);
        return { ...made, steps: made.steps.filter((s) => s.at > d.now || s.step === 'expire') };
      };
      const wrong = d.state.deadlines.filter((x) => x.calendarMissing).map((x) => x.key);
      d.change({ deadlines: d.state.deadlines.map((x) => (wrong.includes(x.key) ? afresh(x) : x)) });
      for (const x of d.state.deadlines)
        for (const year of missingYears(x, calendar)) d.raise('holidays-missing', year);
      d.tell('deadlines-recomputed', { deadlines: wrong });
    },
  },
};
