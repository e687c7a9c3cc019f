import { describe, expect, it } from '@jest/globals';
import { addDays } from './calendar.js';
import { makeDeadline } from './deadlines.js';
import { DEADLINE_RULES } from './reference/deadline-rules.js';
import { Walk } from './walk.fixture.js';
import type { SchemeDeadlineKind } from './scheme.js';

const KINDS = Object.keys(DEADLINE_RULES) as SchemeDeadlineKind[];

/** A case that waits for nothing but this, and is told what its clock says; what its end does is in the specs of the rules. */
function waitingFor(kind: SchemeDeadlineKind): { readonly walk: Walk; readonly steps: readonly string[] } {
  const walk = new Walk();
  const rule = DEADLINE_RULES[kind];
  const calendar = { holidays: walk.holidays };
  const begun = walk.now;
  // Some are due on a day that is given, such as a certificate's last one.
  const dueAt = rule.within.days === 0 ? addDays(begun, 120) : undefined;
  const made = makeDeadline(rule, kind, '', begun, calendar, dueAt);
  const steps = made.steps.filter(({ step }) => step === 'remind' || step === 'escalate');
  walk.state = { ...walk.state, deadlines: [{ ...made, steps }] };
  return { walk, steps: steps.map(({ step, at }) => `${step} ${at}`) };
}

describe('a timer', () => {
  it.each(KINDS)('rings for %s at every reminder and escalation of its rule', (kind) => {
    const { walk, steps } = waitingFor(kind);
    const before = walk.entries.length;
    walk.wait(900);
    const rung = walk.entries.slice(before).flatMap(({ events, occurredAt }) =>
      events.flatMap(({ type }) => {
        if (type === 'reminder-due') return [`remind ${occurredAt}`];
        return type === 'escalated' ? [`escalate ${occurredAt}`] : [];
      }),
    );
    expect(rung).toEqual(steps);
    expect(walk.state.deadlines.flatMap((deadline) => deadline.steps)).toEqual([]);
  });
});
