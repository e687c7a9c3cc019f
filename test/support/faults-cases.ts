import * as roles from '../../apps/dev/src/play/roles.js';
import { enterSupplier, type SupplierProfile } from '../../apps/dev/src/play/supplier.js';
import type { Member } from '../../apps/dev/src/play/parties.js';
import { someFirm, Story } from './story.js';
import type { World } from './world.js';

/** How one case goes, and where it must stand in the end. */
export interface Course {
  readonly name: string;
  readonly firm?: Partial<SupplierProfile>;
  readonly ending: { readonly stage: string; readonly substate: string; readonly over: boolean };
  readonly play: (story: Story) => Promise<unknown>;
}

const qualified = { stage: 'qualified', substate: 'full', over: false };
const conditional = { stage: 'qualified', substate: 'conditional', over: false };
/** A name on the invented sanctions list. */
const listed = { name: 'Tonle Example Dyeing Works (TEDW) Company Limited' };
const withdrawn = { stage: 'closed', substate: 'withdrawn', over: true };
const rejected = { stage: 'closed', substate: 'rejected', over: false };

const withdraw = (story: Story): Promise<void> =>
  story.supplier.ask(story.id, { type: 'withdraw', reason: 'cost' });

async function reject({ world, id }: Story): Promise<void> {
  await world.parties.officer.api.ask(id, { type: 'propose-rejection', reason: 'forged-document' });
  await world.parties.secondOfficer.api.ask(id, { type: 'confirm-rejection' });
}

/** The mill declines after the pilot; the brand takes the proof and approves. */
async function approvedElsewhere(story: Story): Promise<void> {
  const { mill, brand } = story.world.parties;
  await story.decision();
  await mill.approver.api.ask(story.id, { type: 'decline-approval', reason: 'capacity' });
  await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: brand.organisationId });
  await brand.requester.api.ask(story.id, { type: 'request-approval' });
  await roles.approve(story.id, brand);
}

/** A rejected lot is reworked once and inspected harder. */
async function reworked(story: Story): Promise<void> {
  const { mill } = story.world.parties;
  await story.ready();
  const pilotId = await roles.placePilot(story.applicant, story.id, mill, [1200]);
  await roles.deliverAndJudge(story.applicant, story.id, mill, { pilotId, lot: 1, major: 40 });
  await mill.requester.api.ask(story.id, { type: 'request-rework', pilotId, lot: 1 });
  await roles.deliverAndJudge(story.applicant, story.id, mill, { pilotId, lot: 1, major: 0 });
  await roles.approve(story.id, mill, true);
}

async function corrected(story: Story): Promise<void> {
  await story.audit({ 'HS-03': 'nonconform' });
  const { reviewer } = story.world.parties;
  await story.reaches('review');
  await reviewer.api.ask(story.id, { type: 'require-corrective-actions' });
  await story.correct();
  await reviewer.api.ask(story.id, { type: 'pass-review' });
  await story.pilot(story.world.parties.mill);
  await roles.approve(story.id, story.world.parties.mill, true);
}

export const COURSES: readonly Course[] = [
  { name: 'qualified', ending: qualified, play: (story) => story.qualified() },
  { name: 'corrected', ending: conditional, play: corrected },
  { name: 'reworked', ending: conditional, play: reworked },
  { name: 'declined, then approved elsewhere', ending: qualified, play: approvedElsewhere },
  { name: 'rejected', firm: listed, ending: rejected, play: async (story) => reject(await story.accept()) },
  { name: 'withdrawn at once', ending: withdrawn, play: async (story) => withdraw(await story.submit()) },
  { name: 'withdrawn after audit', ending: withdrawn, play: async (story) => withdraw(await story.audit()) },
];

/** One case of its own supplier, opened and played by people who are patient. */
export async function takeThrough(
  world: World,
  course: Course,
  patient: (member: Member) => Member,
): Promise<Story> {
  const applicant = await enterSupplier(world.parties, someFirm(course.firm));
  const story = await Story.renew(world, { ...applicant, member: patient(applicant.member) });
  await course.play(story);
  return story;
}

/** The case's chain and the facts that its decisions relied on are as they were written. */
export async function isIntact({ world, path }: Story): Promise<boolean> {
  const found = await world.parties.officer.api.get<{ intact: boolean }>(`${path}/journal/verification`);
  return found.intact;
}
