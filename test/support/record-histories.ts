import type { Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewWebhookEndpointView, WebhookDeliveryView } from '#contracts';
import { CONTINUE_SIGNAL, webhookWorkflowId, workflowIdOf } from '#workflows';
import { installOffice, registryOf } from '../../apps/dev/src/play/parties.js';
import { until } from '../../apps/dev/src/play/api-client.js';
import { fastForward } from '../../apps/dev/src/fast-forward.js';
import { fillIn } from '../../apps/dev/src/play/supplier.js';
import { repositoryRoot } from '../../apps/dev/src/stack/repository.js';
import { startStack } from '../../apps/dev/src/stack/stack.js';
import { COURSES, type Course } from './faults-cases.js';
import { withoutMachines } from './history-payloads.js';
import { auditNextTerm, comeToRequalification, confirmAndSubmit, openNextTerm } from './next-term.js';
import { answering, Receiver } from './receiver.js';
import { someFirm, Story } from './story.js';
import { World } from './world.js';
import { reinstateByTwo, suspendByTwo } from './years.js';

/** Plays a few cases on a stack of its own and keeps their histories: what every later release must replay. */
/** Names on the command line: these are recorded, and the others stay as another release left them. */
const only = process.argv.slice(2);
const folder = join(repositoryRoot(), 'test/histories');

async function askForInformation(story: Story): Promise<void> {
  const { officer } = story.world.parties;
  await story.submit();
  await officer.api.ask(story.id, { type: 'request-information', items: ['profile.workers'] });
  await story.supplier.ask(story.id, { type: 'resubmit-application' });
  await story.supplier.ask(story.id, { type: 'withdraw', reason: 'other' });
}

/** A new run in the middle of the audit, then on to the pilot order. */
async function continueAsNew(story: Story): Promise<void> {
  await story.audit();
  const handle = story.world.temporal.workflow.getHandle(workflowIdOf(story.id));
  const { runId } = await handle.describe();
  await handle.signal(CONTINUE_SIGNAL);
  await until(
    async () => (await handle.describe()).runId,
    (now) => now !== runId,
  );
  await story.reaches('review');
  await story.world.parties.reviewer.api.ask(story.id, { type: 'pass-review' });
  await story.supplier.ask(story.id, { type: 'withdraw', reason: 'other' });
}

async function lapse(story: Story): Promise<void> {
  await story.qualified();
  await story.world.pass(story.id, { days: 800 });
}

/** A term that ends, and the next one: what is kept is the case of the next. */
async function renew(story: Story): Promise<Story> {
  await story.qualified();
  await comeToRequalification(story);
  const next = await openNextTerm(story);
  await confirmAndSubmit(next);
  await auditNextTerm(next);
  await story.world.parties.reviewer.api.ask(next.id, { type: 'renew' });
  await story.world.pass(next.id, { days: 800 });
  return next;
}

/** A decision that two people overturn, forty days after it was made. */
async function appeal(story: Story): Promise<void> {
  const { officer, secondOfficer, secondReviewer } = story.world.parties;
  await story.correcting();
  await story.supplier.ask(story.id, { type: 'appeal', ground: 'fact-error', note: 'It was there.' });
  const members = [secondOfficer.personId, secondReviewer.personId];
  await officer.api.ask(story.id, { type: 'appoint-panel', members });
  await story.world.pass(story.id, { days: 40 });
  for (const { api } of [secondOfficer, secondReviewer])
    await api.ask(story.id, { type: 'vote-appeal', result: 'overturned', reaudit: true, note: 'It was.' });
  await story.supplier.ask(story.id, { type: 'withdraw', reason: 'other' });
}

async function leaveTheDraft(story: Story): Promise<void> {
  await fillIn(story.applicant, story.id);
  await story.world.pass(story.id, { days: 200 });
}

const played = (name: string): Pick<Course, 'play' | 'firm'> => {
  const course = COURSES.find((one) => one.name === name);
  if (!course) throw new Error(`no course ${name}`);
  return course;
};

async function suspendAndReinstate(story: Story): Promise<void> {
  await story.qualified();
  await suspendByTwo(story, 'critical-incident');
  await story.world.pass(story.id, { days: 40 });
  await reinstateByTwo(story);
  await story.supplier.ask(story.id, { type: 'withdraw', reason: 'other' });
}

/** Nobody closes the cause for ninety days, and nobody appeals. */
async function revoke(story: Story): Promise<void> {
  await story.qualified();
  await suspendByTwo(story, 'critical-incident');
  await story.world.pass(story.id, { days: 120 });
}

const DELIVERY = 'webhook-after-a-day';
const PLAYS: Readonly<Record<string, Pick<Course, 'play' | 'firm'>>> = {
  renewed: { play: renew },
  appealed: { play: appeal },
  'happy-to-lapse': { play: lapse },
  'draft-expired': { play: leaveTheDraft },
  'suspended-reinstated': { play: suspendAndReinstate },
  revoked: { play: revoke },
  'information-loop': { play: askForInformation },
  'continued-as-new': { play: continueAsNew },
  rejected: played('rejected'),
  withdrawn: played('withdrawn after audit'),
  'corrective-actions': played('corrected'),
  rework: played('reworked'),
  'declined-then-approved': played('declined, then approved elsewhere'),
};

/** Somebody who answers nothing but errors for a day, and is there again after it. Returns the workflow of the delivery. */
async function deliverAfterADay(world: World): Promise<string> {
  const { organisationId } = world.parties.mill;
  const { api } = await registryOf(world.parties).member(organisationId, 'Manager', 'administrator');
  const receiver = await Receiver.open();
  receiver.reply = answering(503);
  const { id } = await api.post<NewWebhookEndpointView>('/v1/webhook-endpoints', { url: receiver.url });
  const sent = await api.post<WebhookDeliveryView>(`/v1/webhook-endpoints/${id}/test`, {});
  const workflowId = webhookWorkflowId(id, sent.eventId, 0);
  await until(
    () => Promise.resolve(receiver.received),
    (all) => all.length > 0,
  );
  const skip = (hours: number) =>
    fastForward(world.temporal.connection as Connection, workflowId, hours * 3_600_000);
  await skip(24);
  receiver.reply = answering(204);
  await skip(24);
  await world.temporal.workflow.getHandle(workflowId).result();
  await receiver.close();
  return workflowId;
}

/** The history of each run of a workflow, the last one first. */
async function record(world: World, workflowId: string, name: string): Promise<void> {
  for (let runId: string | undefined, part = 0; part === 0 || runId; part++) {
    const history = await world.temporal.workflow.getHandle(workflowId, runId).fetchHistory();
    const file = `${name}${part === 0 ? '' : `-before-${part}`}.json`;
    writeFileSync(
      join(folder, file),
      `${JSON.stringify(JSON.parse(historyToJSON(withoutMachines(history))))}\n`,
    );
    console.log(`${file}: ${history.events?.length} events`);
    runId =
      history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  }
}

for (const name of ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SCREENING_LISTS_DIR']) delete process.env[name];
const dataDir = mkdtempSync(join(tmpdir(), 'selvedge-histories-'));
const stack = await startStack({ dataDir, log: console.log });
try {
  const { databaseUrl, runtimeUrl, temporalAddress, apiUrl, instanceId } = stack;
  const office = await installOffice(databaseUrl);
  const world = await World.open({ databaseUrl, runtimeUrl, temporalAddress, apiUrl, instanceId, office });
  mkdirSync(folder, { recursive: true });
  if (only.length === 0) for (const old of readdirSync(folder)) rmSync(join(folder, old));
  const wanted = (name: string): boolean => only.length === 0 || only.includes(name);
  for (const [name, { play, firm }] of Object.entries(PLAYS)) {
    if (!wanted(name)) continue;
    const story = await Story.open(world, someFirm(firm));
    const played = await play(story);
    await record(world, workflowIdOf((played instanceof Story ? played : story).id), name);
  }
  if (wanted(DELIVERY)) await record(world, await deliverAfterADay(world), DELIVERY);
  await world.close();
} finally {
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
