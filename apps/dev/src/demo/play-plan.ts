import {
  approve,
  correct,
  deliver,
  deliverAndJudge,
  goOnSite,
  inspectAndJudge,
  placePilot,
  reaches,
  screened,
  type Weaknesses,
} from '../play/roles.js';
import { examined, sendDocument } from '../play/documents.js';
import { paper } from '../play/files.js';
import { enterSupplier, fillIn, openCase, type Applicant } from '../play/supplier.js';
import { answerMeasured } from './answers.js';
import type { AuditPlan, PlannedOutcome, Route } from './outcome-plan.js';
import { nearestProvince } from './province.js';
import type { PlayedCase, Scene } from './scene.js';
import type { ListedSupplier } from './supplier-file.js';

interface Going {
  readonly scene: Scene;
  readonly applicant: Applicant;
  readonly id: string;
}

/** Items that fail, chosen from the checklist that this case is asked. */
async function weaknessesFor({ scene, id }: Going, plan: AuditPlan): Promise<Weaknesses> {
  const path = `/v1/qualifications/${id}/audit`;
  const { checklist } = await scene.parties.auditor.api.get<{
    checklist: { id: string; severity: string }[];
  }>(path);
  const of = (severity: string, n: number) =>
    checklist.filter((item) => item.severity === severity).slice(0, n);
  const failing = {
    clean: [],
    'two-findings': [...of('critical', 1), ...of('major', 1)],
    'four-criticals': of('critical', 4),
  }[plan];
  return Object.fromEntries(failing.map((item) => [item.id, 'nonconform' as const]));
}

/** From the application to the end of the audit. */
async function assess(going: Going, plan: AuditPlan): Promise<void> {
  const { scene, applicant, id } = going;
  await goOnSite(scene.parties, applicant, id);
  await answerMeasured(scene, id, await weaknessesFor(going, plan));
  await scene.parties.auditor.api.ask(id, { type: 'submit-audit' });
  await reaches(scene.parties, id, 'review');
}

async function passReview(going: Going, plan: AuditPlan): Promise<void> {
  const { scene, applicant, id } = going;
  const { reviewer } = scene.parties;
  if (plan === 'two-findings') {
    await reviewer.api.ask(id, { type: 'require-corrective-actions' });
    await correct(scene.parties, applicant, id);
  }
  await reviewer.api.ask(id, { type: 'pass-review' });
}

const CLEAN = { major: 0, minor: 0 };
const BAD = { major: 40, minor: 0 };

/** A pilot order of two lots with the first buyer; one of them may need a rework. */
async function pilot({ scene, applicant, id }: Going, rework = false): Promise<void> {
  const { mill } = scene.parties;
  const pilotId = await placePilot(applicant, id, mill);
  await deliverAndJudge(applicant, id, mill, { pilotId, lot: 1, ...CLEAN });
  await deliverAndJudge(applicant, id, mill, { pilotId, lot: 2, ...(rework ? BAD : CLEAN) });
  if (!rework) return;
  await mill.requester.api.ask(id, { type: 'request-rework', pilotId, lot: 2 });
  await deliver(applicant, id, { pilotId, lot: 2 });
  await inspectAndJudge(id, mill, { pilotId, lot: 2, ...CLEAN });
}

async function declineThenApprove({ scene, applicant, id }: Going): Promise<void> {
  const { mill, brand } = scene.parties;
  await mill.approver.api.ask(id, { type: 'decline-approval', reason: 'capacity' });
  await applicant.member.api.ask(id, { type: 'grant-consent', buyerId: brand.organisationId });
  await brand.requester.api.ask(id, { type: 'request-approval' });
  await approve(id, brand);
}

const END: Readonly<
  Record<Exclude<Route, 'hold' | 'withdraw'>, (going: Going, plan: AuditPlan) => Promise<void>>
> = {
  approve: async (going, plan) => {
    await passReview(going, plan);
    await pilot(going);
    await approve(going.id, going.scene.parties.mill);
  },
  'decline-then-approve': async (going, plan) => {
    await passReview(going, plan);
    await pilot(going);
    await declineThenApprove(going);
  },
  rework: async (going, plan) => {
    await passReview(going, plan);
    await pilot(going, true);
    await approve(going.id, going.scene.parties.mill, true);
  },
  reject: async ({ scene, id }) => {
    await scene.parties.reviewer.api.ask(id, { type: 'propose-rejection', reason: 'grade' });
    await scene.parties.secondReviewer.api.ask(id, { type: 'confirm-rejection' });
  },
};

/** The registration of the firm, as a PDF. Returns its id; it is examined while the case goes on. */
async function uploadRegistration({ applicant, id }: Going): Promise<string> {
  const { member, profile } = applicant;
  const { baseUrl, credentials: token } = member.api;
  const file = await paper('business-registration.pdf', 'Business registration', [
    profile.name,
    profile.address,
  ]);
  const about = { qualificationId: id, target: 'section', item: 'profile' };
  return sendDocument({ baseUrl, token }, file, about);
}

async function play(going: Going, planned: PlannedOutcome): Promise<void> {
  const { scene, applicant, id } = going;
  await fillIn(applicant, id);
  const uploaded = scene.papers ? await uploadRegistration(going) : undefined;
  await applicant.member.api.ask(id, { type: 'submit-application' });
  await takeRoute(going, planned);
  if (uploaded === undefined) return;
  const { status } = await examined(applicant.member.api.uncounted(), uploaded);
  if (status !== 'available') throw new Error(`its business registration is ${status}`);
}

async function takeRoute(going: Going, { audit, route }: PlannedOutcome): Promise<void> {
  const { scene, applicant, id } = going;
  const seen = await screened(scene.parties, id);
  if (route === 'hold' || seen.stage !== 'assessment') return;
  if (route === 'withdraw') {
    await goOnSite(scene.parties, applicant, id);
    return applicant.member.api.ask(id, { type: 'withdraw', reason: 'no-longer-interested' });
  }
  await assess(going, audit);
  await END[route](going, audit);
}

/** What became of one supplier of a file; without a case when it could not even be opened. */
export interface Played {
  readonly played?: PlayedCase;
  readonly failure?: string;
}

/** Take one supplier of a file to its planned outcome. The case is told of also when the play breaks off. */
export async function playSupplier(
  scene: Scene,
  listed: ListedSupplier,
  planned: PlannedOutcome,
  owner?: string,
): Promise<Played> {
  const province = nearestProvince(listed.latitude, listed.longitude);
  const profile = { ...listed, province, category: planned.category, ...(owner && { owner }) };
  let id = '';
  const since = performance.now();
  const record = (applicant: Applicant): PlayedCase => {
    const seconds = (performance.now() - since) / 1000;
    return { id, applicant, expected: planned.expected, seconds };
  };
  try {
    const applicant = await enterSupplier(scene.parties, profile);
    id = await openCase(scene.parties, applicant);
    const failure = await play({ scene, applicant, id }, planned).then(() => undefined, messageOf);
    return { played: record(applicant), ...(failure && { failure }) };
  } catch (error) {
    return { failure: messageOf(error) };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
