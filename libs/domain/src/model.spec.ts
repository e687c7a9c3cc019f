import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SYSTEM, type Actor } from './actors.js';
import type { Command } from './commands.js';
import type { Move } from './decision.js';
import { wrongs } from './invariants.fixture.js';
import { Draw, idleDuties, isWayOn, offers, WHO, writePapers } from './model.fixture.js';
import { step } from './model-steps.fixture.js';
import { PEOPLE } from './people.fixture.js';
import { precheck } from './precheck.js';
import { REFUSAL_CODES } from './refusals.js';
import { ruleOf } from './rules/rulebook.js';
import type { CaseStateName } from './states.js';
import { TRANSITIONS } from './transitions.js';
import { STARTS } from './starts.fixture.js';
import { Walk, type Who } from './walk.fixture.js';

const rowOf = (move: Move): string => `${move.from} ${move.event} ${move.to}`;
const ROWS = new Set(TRANSITIONS.map(rowOf));

const same = (what: string, got: unknown, wanted: unknown): void => {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`);
};

/** Moves follow each other along the table, from where the case stood to where it stands. */
function followTable(from: CaseStateName, moves: readonly Move[], to: CaseStateName): void {
  let at = from;
  for (const move of moves) {
    same('move from', move.from, at);
    if (!ROWS.has(rowOf(move))) throw new Error(`not in the table: ${rowOf(move)}`);
    at = move.to;
  }
  same('place after the moves', at, to);
}

/** Ask once, and hold `decide` to what `precheck` and the facts said. */
function ask(walk: Walk, command: Command, who: Who | 'system'): void {
  const { state, now } = walk;
  const before = JSON.stringify(state);
  const actor: Actor = who === 'system' ? SYSTEM : PEOPLE[who];
  const facts = walk.facts(command);
  const early = precheck(state, command, actor);
  const late = early ? [] : (ruleOf(command).blockers?.(state, command, facts, actor, now) ?? []);
  const outcome = walk.ask(command, who);
  same('the state asked about', JSON.stringify(state), before);
  if ('refused' in outcome) {
    same('refusal', outcome.refused, early ?? late[0]);
    if (!REFUSAL_CODES.includes(outcome.refused.code))
      throw new Error(`unknown code ${outcome.refused.code}`);
    if (walk.state !== state) throw new Error('a refusal changed the state');
    return;
  }
  same('what had said no', [early, ...late], [undefined]);
  const { next, entry } = outcome.decided;
  same('seq', next.seq, state.seq + (entry ? 1 : 0));
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(next)), next)) throw new Error('the state is no JSON');
  followTable(state.at, entry?.moves ?? [], next.at);
  if (entry) same('entry', [entry.seq, entry.at, entry.command], [next.seq, next.at, command.type]);
  // Without an entry nothing was decided: only the clock moved, and a draft's deadline with the last edit.
  else same('unjournalled', { ...next, deadlines: 0, caseTime: 0 }, { ...state, deadlines: 0, caseTime: 0 });
}

/** Somebody can go on, or time will; and whoever is said to hold the ball has a command for it. */
function expectWayOn(walk: Walk): void {
  const { state } = walk;
  if (state.over) return;
  same('duties without a command', idleDuties(state), []);
  const timed = state.deadlines.some((d) => d.steps.length > 0);
  const running = Object.values(state.checks).some((c) => c.verdict === 'PENDING');
  const able = (): boolean => {
    writePapers(walk, new Draw(0));
    return WHO.some((who) => offers(walk, who).some((offer) => isWayOn(state, offer)));
  };
  if (!timed && !running && !able()) throw new Error(`dead end: ${JSON.stringify(state)}`);
}

describe('the model of a case', () => {
  it('never gets stuck, never throws and never breaks its own promises, whoever asks whatever when', () => {
    const reached = new Set<string>();
    const choices = fc.array(fc.noBias(fc.nat()), { minLength: 10, maxLength: 40, size: 'max' });
    fc.assert(
      fc.property(fc.constantFrom(...STARTS), choices, (start, run) => {
        const walk = start(new Walk());
        for (const choice of run) {
          const before = walk.state;
          step(walk, choice, ask);
          if (walk.state === before) continue;
          if (wrongs(walk.state).length > 0)
            throw new Error(`${wrongs(walk.state).join('; ')}: ${JSON.stringify(walk.state)}`);
          expectWayOn(walk);
        }
        for (const move of walk.moves) reached.add(rowOf(move));
      }),
      { numRuns: 360, seed: 20261102 },
    );
    // A walk that goes nowhere proves nothing: most rows of the table were walked on the way.
    expect(reached.size).toBeGreaterThan(30);
  });
});
