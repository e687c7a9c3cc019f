import { describe, expect, it } from '@jest/globals';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../apps/dev/src/stack/repository.js';
import { decodedText } from './support/history-payloads.js';

const folder = join(repositoryRoot(), 'test/histories');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
/** Of the workflow of a case, or of one of a webhook. */
const [deliveries, cases] = [true, false].map((of) =>
  names.filter((name) => name.startsWith('webhook-') === of),
) as [string[], string[]];
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const bundle = readFileSync(join(repositoryRoot(), 'dist/workflow-bundle.js'), 'utf8');

Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });

/** Why each history cannot be replayed with this code; nothing for one that can. */
async function replay(code: string, histories: readonly string[] = names): Promise<Record<string, string>> {
  const workflows = histories.map((name) => ({ workflowId: name, history: read(name) }));
  const faults: Record<string, string> = {};
  for await (const result of Worker.runReplayHistories({ workflowBundle: { code } }, workflows))
    if (result.error) faults[result.workflowId] = result.error.name;
  return faults;
}

/** The code of another release, in which the workflows differ in one place. */
function altered(was: RegExp, becomes: string): string {
  expect(bundle.match(new RegExp(was, 'g'))).toHaveLength(1);
  return bundle.replace(was, becomes);
}

describe('the recorded histories', () => {
  it('are of every kind of journey', () => {
    expect(cases.length).toBeGreaterThanOrEqual(10);
    expect(deliveries).toEqual(['webhook-after-a-day.json']);
    expect(names).toEqual(expect.arrayContaining(['happy-to-lapse.json', 'continued-as-new-before-1.json']));
  });

  it('are replayed by the workflows as they are now', async () => {
    expect(await replay(bundle)).toEqual({});
  });

  it('are not replayed by workflows that no longer set their timer', async () => {
    const faults = await replay(altered(/this\.clock\.arm\(this\.state\)/, 'void 0'));
    expect(Object.keys(faults).sort()).toEqual([...cases].sort());
    expect(new Set(Object.values(faults))).toEqual(new Set(['DeterminismViolationError']));
  });

  it('are not replayed by deliveries that no longer wait between attempts', async () => {
    const wait = /await \(0,_temporalio_workflow__WEBPACK_IMPORTED_MODULE_\d+__\.sleep\)\(Math/;
    const faults = await replay(altered(wait, 'void (Math'), deliveries);
    expect(faults).toEqual({ 'webhook-after-a-day.json': 'DeterminismViolationError' });
  });

  it('are not replayed by workflows that ask for the checks twice', async () => {
    const call = /await (\(0,_commit_js__WEBPACK_IMPORTED_MODULE_\d+__\.runChecks\))\(/;
    const faults = await replay(altered(call, 'await $1({}), await $1('), ['happy-to-lapse.json']);
    expect(faults).toEqual({ 'happy-to-lapse.json': 'DeterminismViolationError' });
  });

  it('are not replayed when a decision is missing from one', async () => {
    const name = 'withdrawn.json';
    const history = read(name) as { events: { markerRecordedEventAttributes?: unknown }[] };
    const marker = history.events.findIndex((event) => event.markerRecordedEventAttributes);
    const cut = { events: history.events.filter((_event, n) => n !== marker) };
    const replayed = Worker.runReplayHistory({ workflowBundle: { code: bundle } }, cut, name);
    await expect(replayed).rejects.toThrow(/[Nn]ondeterminism|determinism|out of order|gap/);
  });

  it('hold no name, no number to call, no note and no machine', () => {
    const personal = [
      'Sokha',
      'Threadline',
      'Invented Street',
      '+855',
      'K001-',
      'Golden Needle',
      'Mekong',
      'Seen on',
    ];
    const machine = ['node_modules', '127.0.0.1'];
    const absolutePath = /(?:^|[^\w.:-])\/\w+\//;
    expect('at run (/opt/selvedge/run.js)').toMatch(absolutePath);
    for (const name of names) {
      const text = decodedText(read(name));
      expect(text).toContain(deliveries.includes(name) ? '"deliveryId":"' : '"qualificationId":"');
      const found = [...personal, ...machine].filter((word) => text.includes(word));
      expect([name, found]).toEqual([name, []]);
      expect(text).not.toMatch(absolutePath);
      expect(text).not.toMatch(/\w@[a-z]/i); // no e-mail address, and no worker's process@host
    }
  });
});
