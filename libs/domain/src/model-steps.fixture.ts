import type { Command } from './commands.js';
import { changeFacts, complete, Draw, isForward, offers, WHO } from './model.fixture.js';
import { PEOPLE } from './people.fixture.js';
import { COMMAND_TYPES } from './rules/rulebook.js';
import type { Walk, Who } from './walk.fixture.js';

/** How a run asks: whoever looks at more than the answer does it here. */
export type Ask = (walk: Walk, command: Command, who: Who | 'system') => void;

/** Everybody once, beginning anywhere; now and then first whoever acted before, under any of their hats. */
function turns(walk: Walk, draw: Draw): readonly Who[] {
  const [first, stride] = [draw.below(WHO.length), draw.of([1, 5, 7, 11])];
  const all = WHO.map((_, i) => WHO[(first + i * stride) % WHO.length] as Who);
  const before = draw.of(walk.entries).actor;
  if (before === 'system' || draw.below(3) > 0) return all;
  return [...all.filter((who) => PEOPLE[who].personId === before.personId), ...all];
}

/** Somebody does something that they are offered: mostly what takes the case on. */
function act(walk: Walk, draw: Draw, ask: Ask): void {
  const onward = draw.below(6) > 0;
  for (const who of turns(walk, draw)) {
    const offer = draw.of(offers(walk, who).filter((o) => !onward || isForward(o)));
    if (!offer || (offer.type === 'withdraw' && draw.below(20) > 0)) continue;
    return ask(walk, complete(offer.type, offer.subject, walk, draw), who);
  }
}

/** One step of a run: somebody asks for something, a fact or the world changes, or time passes. */
export function step(walk: Walk, choice: number, ask: Ask): void {
  const draw = new Draw(choice);
  const kind = draw.below(20);
  if (kind < 10) act(walk, draw, ask);
  else if (kind < 13)
    ask(walk, complete(draw.of(COMMAND_TYPES), {}, walk, draw), draw.mostly(draw.of(WHO), 'system'));
  else if (kind < 15) changeFacts(walk, draw);
  else if (kind < 17) ask(walk, { type: 'record-checks', runId: 'run' }, 'system');
  else if (!walk.state.over) walk.wait(draw.mostly(draw.of([0.2, 1, 3, 8, 20, 40]), 120, 400));
}
