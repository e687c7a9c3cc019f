import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workflowIdOf } from '#workflows';
import * as roles from '../apps/dev/src/play/roles.js';
import { COURSES, takeThrough, type Course } from './support/faults-cases.js';
import { replaceClients } from './support/faults-client.js';
import { MeasuringClient, taskCosts, type Asked, type TaskCost } from './support/history-costs.js';
import type { Story } from './support/story.js';
import { World } from './support/world.js';

interface Row {
  readonly kind: string;
  readonly api: number;
  readonly commit: number;
  readonly task: TaskCost;
}

const range = (values: readonly number[]): string => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? String(low) : `${low} to ${high}`;
};

/** A loop for information, and a task that is claimed and released. */
async function loop(story: Story): Promise<void> {
  const { parties } = story.world;
  const { officer } = parties;
  await story.submit();
  const items = ['profile.workers'];
  await officer.api.ask(story.id, { type: 'request-information', items, note: 'Please count again.' });
  await story.supplier.ask(story.id, { type: 'resubmit-application' });
  const { ballHolders } = await officer.api.case(story.id);
  const task = ballHolders.find(({ role }) => role === 'officer')?.task ?? '';
  await officer.api.ask(story.id, { type: 'claim-task', task });
  await officer.api.ask(story.id, { type: 'release-task', task });
  await roles.accept(parties, story.id);
}
const LOOP: Course = {
  name: 'information loop',
  ending: { stage: '', substate: '', over: false },
  play: loop,
};

/** Every command of every kind of journey, found again in the history of its workflow. */
describe('the cost of a command', () => {
  let world: World;
  const asked = new Map<string, Asked>();
  const tasks: TaskCost[] = [];
  const rows: Row[] = [];

  beforeAll(async () => {
    world = await World.open();
    const { baseUrl, costs } = world.parties;
    const equip = replaceClients(world, (token) => new MeasuringClient(baseUrl, token, costs, asked));
    for (const course of [...COURSES, LOOP]) {
      const story = await takeThrough(world, course, equip);
      const { events } = await world.temporal.workflow.getHandle(workflowIdOf(story.id)).fetchHistory();
      tasks.push(...taskCosts(events ?? []));
    }
    const kept = await world.rows<{ id: string; statements: number }>('select id, statements from command');
    const statements = new Map(kept.map((row) => [row.id, row.statements]));
    for (const task of tasks) {
      for (const id of task.commands) {
        const {
          type,
          noted,
          statements: api,
        } = asked.get(id) ?? { type: 'unknown', noted: false, statements: 0 };
        const kind = noted ? `${type}, with a note` : type;
        rows.push({ kind, api, commit: statements.get(id) ?? 0, task });
      }
    }
  });
  afterAll(() => world?.close());

  it('is known of all that were asked', () => {
    expect(rows.length).toBe(asked.size);
    expect(rows.filter(({ kind, commit }) => kind === 'unknown' || commit === 0)).toEqual([]);
  });

  it('is six events of the workflow, and one for each timer, each activity and the end of the workflow', () => {
    const alone = rows.filter(({ task }) => task.commands.length === 1 && !task.checked);
    expect(alone.length).toBeGreaterThan(0.8 * rows.length);
    expect(alone.filter(({ task }) => task.events !== 6)).toEqual([]);
    const most = ({ commands, checked }: TaskCost): number => 6 * commands.length + (checked ? 1 : 0);
    expect(rows.filter(({ task }) => task.events > most(task))).toEqual([]);
  });

  it('is four flights in the API: the token, the key, the case as it may be seen, the answer to keep; one more for a note', () => {
    // A flight of one's own rights is four statements: `begin`, who acts, the statement, `commit`.
    const dearer = rows
      .filter(({ kind, api }) => kind !== 'open' && api !== 1 + 4 + 4 + 4)
      .map(({ kind, api }) => `${kind}: ${api}`);
    expect([...new Set(dearer)].sort()).toEqual([
      'request-information, with a note: 17',
      'resolve-check, with a note: 17',
    ]);
  });

  it('is six statements in the commit; the first of a worker also reads the version of the scheme', () => {
    const others = rows.filter(({ kind }) => kind !== 'open').map(({ commit }) => commit);
    expect([...new Set(others)]).toEqual([6]);
    const opens = rows.filter(({ kind }) => kind === 'open').map(({ commit }) => commit);
    expect(opens.filter((commit) => commit !== 6 && commit !== 7)).toEqual([]);
    expect(opens.filter((commit) => commit === 7).length).toBeLessThanOrEqual(1);
  });

  it('is told in the README', () => {
    const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
    const of = (kind: string, count: (row: Row) => number): string =>
      range(rows.filter((row) => row.kind === kind).map(count));
    const lines = kinds.map((kind) =>
      [
        kind,
        of(kind, ({ api }) => api),
        of(kind, ({ commit }) => commit),
        of(kind, ({ task }) => task.events),
        of(kind, ({ task }) => task.timers),
        of(kind, ({ task }) => task.activities),
      ].join(' | '),
    );
    const head = [
      'command',
      'API statements',
      'commit statements',
      'history events',
      'timers',
      'activity events',
    ];
    console.log(
      [`| ${head.join(' | ')} |`, '|---|---|---|---|---|---|', ...lines.map((l) => `| ${l} |`)].join('\n'),
    );
    const checks = tasks.filter(({ checked, commands }) => checked && commands.length === 0);
    console.log(
      `checks that come back by themselves: ${range(checks.map((t) => t.events + t.activities))} events`,
    );
  });
});
