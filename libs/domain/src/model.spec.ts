import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SYSTEM, type Actor } from './actors.js';
import type { Command } from './commands.js';
import { decide } from './decide.js';
import { wrongs } from './invariants.fixture.js';
import { changeFacts, complete, Draw, idleDuties, isForward, offers, WHO } from './model.fixture.js';
import { PEOPLE } from './people.fixture.js';
import { precheck } from './precheck.js';
import { REFUSAL_CODES } from './refusals.js';
import { COMMAND_TYPES, ruleOf } from './rules/rulebook.js';
import { TRANSITIONS } from './transitions.js';
import { Walk, type Who } from './walk.fixture.js';

const STARTS: readonly ((walk: Walk) => Walk)[] = [
  (walk) => walk,
  (walk) => walk.toAssessment(),
  (walk) => walk.toReview(),
  (walk) => walk.toPilot(),
  (walk) => walk.toDecision(),
  (walk) => walk.toDecision().approve(),
  (walk) => walk.toDecision().approve(true),
];
const rows = new Set(TRANSITIONS.map((t) => `${t.from} ${t.event} ${t.to}`));

/** Ask once, and hold `decide` to what `precheck` and the facts said. */
function ask(walk: Walk, command: Command, who: Who | 'system'): void {
  const { state, entries, now } = walk;
  const before = JSON.stringify(state);
  const actor: Actor = who === 'system' ? SYSTEM : PEOPLE[who];
  const facts = walk.facts(command);
  const early = precheck(state, command, actor);
  const late = early ? [] : (ruleOf(command).blockers?.(state, command, facts, actor, now) ?? []);
  const outcome = walk.ask(command, who);
  expect(decide(state, command, facts, actor, now)).toEqual(outcome);
  expect(JSON.stringify(state)).toBe(before);
  if ('refused' in outcome) {
    expect(outcome.refused).toEqual(early ?? late[0]);
    expect(REFUSAL_CODES).toContain(outcome.refused.code);
    expect(walk.state).toBe(state);
    return;
  }
  expect([early, ...late]).toEqual([undefined]);
  const { next, entry } = outcome.decided;
  expect(next.seq).toBe(state.seq + (entry ? 1 : 0));
  expect(JSON.parse(JSON.stringify(next))).toEqual(next);
  if (!entry) {
    const { deadlines, caseTime } = next;
    expect(next).toEqual({ ...state, deadlines, caseTime });
    return;
  }
  expect(entries.at(-1)).toBe(entry);
  expect(entry).toMatchObject({ seq: next.seq, at: next.at, command: command.type });
  let at = state.at;
  for (const move of entry.moves) {
    expect(move.from).toBe(at);
    expect(rows).toContain(`${move.from} ${move.event} ${move.to}`);
    at = move.to;
  }
  expect(next.at).toBe(at);
}

/** Somebody can go on, or time will: and whoever is said to hold the ball has a command for it. */
function expectWayOn({ state, ...rest }: Walk, walk: Walk): void {
  void rest;
  if (state.over) return;
  expect(idleDuties(state)).toEqual([]);
  const timed = state.deadlines.some((d) => d.steps.length > 0);
  const running = Object.values(state.checks).some((c) => c.verdict === 'PENDING');
  const able = (): boolean =>
    WHO.some((who) => offers(walk, who).some((offer) => isForward(offer) && offer.blockedBy.length === 0));
  expect(timed || running || able()).toBe(true);
}

function act(walk: Walk, draw: Draw): void {
  const who = draw.of(WHO);
  const offered = offers(walk, who);
  const forward = offered.filter(isForward);
  const offer = draw.of(draw.below(6) > 0 && forward.length > 0 ? forward : offered);
  if (!offer) return;
  if (offer.type === 'withdraw' && draw.below(20) > 0) return;
  ask(walk, complete(offer.type, offer.subject, walk, draw), who);
}

function step(walk: Walk, choice: number): void {
  const draw = new Draw(choice);
  const kind = draw.below(20);
  if (kind < 10) act(walk, draw);
  else if (kind < 13)
    ask(walk, complete(draw.of(COMMAND_TYPES), {}, walk, draw), draw.mostly(draw.of(WHO), 'system'));
  else if (kind < 15) changeFacts(walk, draw);
  else if (kind < 17) ask(walk, { type: 'record-checks', runId: 'run' }, 'system');
  else if (!walk.state.over) walk.wait(draw.of([0.2, 1, 3, 8, 20, 40]));
}

describe('the model of a case', () => {
  it('never gets stuck, never throws and never breaks its own promises, whoever asks whatever when', () => {
    const reached = new Set<string>();
    const choices = fc.array(fc.nat(), { minLength: 30, maxLength: 90 });
    fc.assert(
      fc.property(fc.constantFrom(...STARTS), choices, (start, run) => {
        const walk = start(new Walk());
        for (const choice of run) {
          step(walk, choice);
          expect(wrongs(walk.state)).toEqual([]);
          expectWayOn(walk, walk);
          for (const move of walk.entries.at(-1)?.moves ?? [])
            reached.add(`${move.from} ${move.event} ${move.to}`);
        }
      }),
      { numRuns: 60, seed: 20261102 },
    );
    console.log([...rows].filter((r) => !reached.has(r)));
  });
});
