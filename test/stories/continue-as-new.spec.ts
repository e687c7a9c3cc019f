import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultDataConverter } from '@temporalio/common';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { CONTINUE_SIGNAL, workflowIdOf, type QualificationInput } from '#workflows';
import { until } from '../../apps/dev/src/play/api-client.js';
import { registryOf } from '../../apps/dev/src/play/parties.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

interface Run {
  readonly runId: string;
  readonly input: QualificationInput;
  readonly before: string;
}

describe('a case that continues as new', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const handle = (story: Story) => world.temporal.workflow.getHandle(workflowIdOf(story.id));
  const runOf = async (story: Story) => (await handle(story).describe()).runId;
  const askToContinue = (story: Story) => handle(story).signal(CONTINUE_SIGNAL);
  const stateOf = async (story: Story) =>
    (await world.rows<{ state: unknown }>('select state from qualification where id = $1', [story.id]))[0]
      ?.state;

  async function read(story: Story, runId: string): Promise<Run> {
    const execution = { workflowId: workflowIdOf(story.id), runId };
    const { history } = await world.temporal.workflowService.getWorkflowExecutionHistory({
      ...{ namespace: 'default', execution, maximumPageSize: 1 },
    });
    const started = history?.events?.[0]?.workflowExecutionStartedEventAttributes;
    const [input] = await decodeArrayFromPayloads(defaultDataConverter, started?.input?.payloads);
    return { runId, input: input as QualificationInput, before: started?.continuedExecutionRunId ?? '' };
  }

  /** All runs of the case, the first one first. */
  async function runsOf(story: Story): Promise<readonly Run[]> {
    const runs: Run[] = [];
    for (let runId = await runOf(story); runId; runId = runs[0]?.before ?? '')
      runs.unshift(await read(story, runId));
    return runs;
  }

  /** Ask for a new run, and for something else meanwhile, and wait until it is there. */
  async function renewed(
    story: Story,
    meanwhile: () => readonly Promise<unknown>[] = () => [],
  ): Promise<void> {
    const before = await runOf(story);
    await Promise.all([askToContinue(story), ...meanwhile()]);
    await until(
      () => runOf(story),
      (run) => run !== before,
    );
  }

  it('loses nothing that is asked meanwhile, and starts from exactly what PostgreSQL holds', async () => {
    const registry = registryOf(world.parties);
    const buyers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => registry.organisation('buyer', `Racing Buyer ${i}`)),
    );
    const story = await (await Story.open(world)).submit();
    for (let round = 0; round < 5; round += 1) {
      const asked = buyers.slice(round * 4, round * 4 + 4);
      await renewed(story, () =>
        asked.map((buyerId) => story.supplier.ask(story.id, { type: 'grant-consent', buyerId })),
      );
    }
    await renewed(story);

    const runs = await runsOf(story);
    expect(runs.length).toBeGreaterThanOrEqual(4);
    const { input } = runs.at(-1) ?? {};
    expect(input).toEqual({ qualificationId: story.id, state: await stateOf(story) });
    const seqs = runs.map((run) => run.input.state?.seq ?? 0);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));

    const granted = (await story.events('consent-given')).map(({ params }) => params['buyerId']);
    expect([...granted].sort()).toEqual([...buyers].sort());
    expect([...(await story.see()).consents].sort()).toEqual([...buyers].sort());
    expect(await story.faults()).toEqual([]);
  });

  it('finishes the checks that run before it goes', async () => {
    const story = await (await Story.open(world)).submit();
    const before = await runOf(story);
    const accept = world.parties.officer.api.ask(story.id, { type: 'accept-application' });
    await Promise.all([accept, askToContinue(story)]);
    await story.until(
      ({ checks, substate }) => substate === 'running' && checks['vat-tin']?.verdict === 'PASS',
    );
    await until(
      () => runOf(story),
      (run) => run !== before,
    );
    expect(await story.events('checks-recorded')).toHaveLength(2);
  });

  it('keeps its case time and its deadlines', async () => {
    const story = await Story.open(world);
    const { caseTime: opened } = await story.see();
    await world.pass(story.id, { days: 5 });
    await renewed(story);
    await world.readClock(story.id);
    const days = (Date.parse((await story.see()).caseTime) - Date.parse(opened)) / 86_400_000;
    expect(days).toBeCloseTo(5, 2);
    await world.pass(story.id, { days: 3 });
    const [reminder] = await story.events('reminder-due');
    expect((Date.parse(reminder?.at ?? '') - Date.parse(opened)) / 86_400_000).toBeCloseTo(7, 2);
  });
});
