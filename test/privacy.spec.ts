import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { workflowIdOf } from '#workflows';
import { registryOf } from '../apps/dev/src/play/parties.js';
import * as roles from '../apps/dev/src/play/roles.js';
import { enterSupplier, sectionsOf } from '../apps/dev/src/play/supplier.js';
import { FaultStack } from './support/faults.js';
import { decodedText } from './support/history-payloads.js';
import { someFirm, Story } from './support/story.js';
import { refusal, World } from './support/world.js';

/** Words that stand nowhere else: wherever one turns up, something personal got there. */
const SECRET = {
  firm: 'Quillfeather Buttonworks',
  address: 'Zebrawood Lane 77',
  person: 'Ursulina Vexmoor',
  owner: 'Barnaby Thistledown',
  email: 'ursulina@vexmoor.example',
  note: 'The marmalade jar was empty',
  answer: 'A purple ladder blocked the door',
  rootCause: 'Nobody fed the parrot',
  phone: '+85512987001',
  interview: 'The foreman locks the turquoise gate',
  child: 'A boy with a chequered kite',
  safe: 'His aunt has the chequered kite now',
} as const;
/** Sealed before they are stored: in no table as they were written. */
const SEALED: readonly string[] = [SECRET.interview, SECRET.child, SECRET.safe];
const secrets = Object.values(SECRET);
const foundIn = (text: string): readonly string[] =>
  secrets.filter((word) => text.toLowerCase().includes(word.toLowerCase()));

/** One case whose names, notes and addresses are looked for wherever they must not be. */
describe('what is personal', () => {
  let stack: FaultStack;
  let world: World;
  let story: Story;

  async function fillIn(): Promise<void> {
    const sections = sectionsOf(story.applicant);
    const { firm, address, person, owner, email, phone } = SECRET;
    Object.assign(sections['profile'] ?? {}, { legalName: firm, contactPhone: phone, contactEmail: email });
    Object.assign(sections['site'] ?? {}, { address });
    Object.assign(sections['declaration'] ?? {}, { signedBy: person });
    sections['owners'] = { owners: [{ id: 'o1', kind: 'person', name: owner, sharePercent: 100 }] };
    for (const [name, content] of Object.entries(sections))
      await story.supplier.put(`${story.path}/sections/${name}`, content);
  }

  async function play(): Promise<void> {
    const { officer, auditor, reviewer, mill } = world.parties;
    const { id, path, supplier } = story;
    await fillIn();
    await supplier.ask(id, { type: 'submit-application' });
    const items = ['profile.workers'];
    await officer.api.ask(id, { type: 'request-information', items, note: SECRET.note });
    await supplier.ask(id, { type: 'resubmit-application' });
    await roles.accept(world.parties, id);
    await roles.goOnSite(world.parties, story.applicant, id);
    await roles.answerAll(world.parties, id, { 'HS-03': 'nonconform' });
    const answer = { value: 'nonconform', evidence: [randomUUID()], note: SECRET.answer };
    await auditor.api.put(`${path}/audit/answers/HS-03`, answer, 1);
    await auditor.api.put(`${path}/interview-notes/${randomUUID()}`, { text: SECRET.interview });
    await auditor.api.ask(id, { type: 'report-child', note: SECRET.child });
    await auditor.api.ask(id, { type: 'submit-audit' });
    await story.reaches('review');
    await officer.api.ask(id, { type: 'mark-child-safe', note: SECRET.safe });
    await reviewer.api.ask(id, { type: 'require-corrective-actions' });
    const { correctiveActions } = await story.see();
    for (const correctiveActionId of Object.keys(correctiveActions)) {
      const response = {
        rootCause: SECRET.rootCause,
        action: SECRET.note,
        owner: 'production',
        evidence: [randomUUID()],
      };
      await supplier.put(`${path}/corrective-actions/${correctiveActionId}/response`, response);
      await supplier.ask(id, { type: 'submit-corrective-action', correctiveActionId });
      const onSite = { method: 'on-site', visitDate: roles.inDays(await story.see(), 0) } as const;
      await auditor.api.ask(id, { type: 'verify-corrective-action', correctiveActionId, ...onSite });
    }
    await reviewer.api.ask(id, { type: 'pass-review' });
    await story.pilot(mill);
    await mill.approver.api.ask(id, { type: 'decline-approval', reason: 'price', note: SECRET.note });
  }

  /** What is refused, misspelt or looked up goes into the log too. */
  async function stumble(): Promise<void> {
    const { officer, office } = world.parties;
    const note = { type: 'request-information', items: [], note: SECRET.note } as const;
    await refusal(officer.api.ask(story.id, note as never));
    await refusal(
      story.supplier.put(`${story.path}/sections/profile`, { legalName: { name: SECRET.person } }, 1),
    );
    const { auditor } = world.parties;
    const closed = auditor.api.put(`${story.path}/interview-notes/${randomUUID()}`, {
      text: SECRET.interview,
    });
    await refusal(closed);
    await refusal(auditor.api.ask(story.id, { type: 'mark-child-safe', note: SECRET.safe }));
    await refusal(office.api.post('/v1/people', { name: SECRET.person, email: SECRET.email }));
    await office.api.get(`/v1/suppliers?search=${encodeURIComponent(SECRET.firm)}`).catch(() => undefined);
  }

  beforeAll(async () => {
    stack = await FaultStack.start();
    world = await World.open(stack.at);
    const profile = someFirm({ name: SECRET.firm, address: SECRET.address, owner: SECRET.owner });
    const applicant = await enterSupplier(world.parties, profile);
    const member = await registryOf(world.parties).member(applicant.supplierId, SECRET.person, 'supplier');
    story = await Story.renew(world, { ...applicant, member });
    await play();
    await stumble();
  });
  afterAll(async () => {
    await world?.close();
    await stack?.close();
  });

  it('is kept where it belongs: with the people, and what the firm says of itself with the facts', async () => {
    const kept = await world.rows(
      `select (select jsonb_agg(content) from fact) as facts, (select jsonb_agg(name) from person) as people`,
    );
    const { firm, address, person, answer, rootCause } = SECRET;
    const expected = [firm, address, person, answer, rootCause];
    expect(foundIn(JSON.stringify(kept))).toEqual(expect.arrayContaining(expected));
    expect(SEALED.filter((word) => JSON.stringify(kept).includes(word))).toEqual([]);
    const { items } = await world.parties.officer.api.get<{ items: { text: string }[] }>(
      `${story.path}/safeguarding-notes`,
    );
    expect(items.map(({ text }) => text).sort()).toEqual([...SEALED].sort());
  });

  it.each(['fact', 'fact_revision', 'note', 'subject_key'])('is sealed in every row of %s', async (table) => {
    const rows = await world.rows(`select to_jsonb(t)::text as text from "${table}" t`);
    expect(rows.length).toBeGreaterThan(0);
    const { owner, phone, email, person } = SECRET;
    const personal = [owner, phone, email, person];
    expect(foundIn(JSON.stringify(rows)).filter((word) => personal.includes(word as never))).toEqual([]);
  });

  it('can be read by those who may, as it was written', async () => {
    const { items } = await story.supplier.get<{ items: unknown[] }>(`${story.path}/sections`);
    const { owner, phone, email, person } = SECRET;
    expect(foundIn(JSON.stringify(items))).toEqual(expect.arrayContaining([owner, phone, email, person]));
  });

  it('is in no history of Temporal, no search attribute and no memo', async () => {
    const handle = world.temporal.workflow.getHandle(workflowIdOf(story.id));
    const history = decodedText(await handle.fetchHistory());
    expect(history).toContain('corrective-action');
    expect(history).toContain(story.id);
    expect(foundIn(history)).toEqual([]);
    expect(foundIn(decodedText((await handle.describe()).raw))).toEqual([]);
  });

  it.each([
    'safeguarding_note',
    'journal_entry',
    'outbox_event',
    'command',
    'qualification',
    'task',
    'office_task',
    'compliance_check_run',
  ])('is in no row of %s', async (table) => {
    const rows = await world.rows(`select to_jsonb(t)::text as text from "${table}" t`);
    if (table !== 'office_task') expect(rows.length).toBeGreaterThan(0);
    expect(foundIn(JSON.stringify(rows))).toEqual([]);
  });

  it.each(['api', 'worker'] as const)('is not in the log of the %s', (part) => {
    const log = stack.logOf(part);
    expect(log.length).toBeGreaterThan(100);
    expect(foundIn(log)).toEqual([]);
    for (const { token } of [world.parties.officer, story.applicant.member]) expect(log).not.toContain(token);
  });
});
