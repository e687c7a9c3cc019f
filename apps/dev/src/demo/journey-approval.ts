import { recommend } from '../play/roles.js';
import { lookAtAccesses, readPapers, type Papers } from './journey-papers.js';
import { askForOrders } from './journey-orders.js';
import { refusal } from './refusal.js';
import type { Act } from './scene.js';
import { day, list, place, section } from './wording.js';

/** The first buyer lets the decision lie until it escalates, and then declines. */
async function decline({ scene, story, id }: Act): Promise<void> {
  const { mill } = scene.parties;
  const before = await story.read();
  const key = `buyer-decision:${mill.organisationId}`;
  const escalation = before.deadlines.find((x) => x.key === key)?.steps.find((s) => s.step === 'escalate');
  const escalated = await story.passUntil(escalation?.at ?? before.caseTime);
  const left = escalated.deadlines.find((deadline) => deadline.key === key)?.steps ?? [];
  const expected = before.deadlines.find((deadline) => deadline.key === key)?.steps.length ?? 0;
  scene.expectations.expect(
    'a decision left lying is reminded of twice and escalated',
    expected - left.length === 3,
    left,
  );
  await story.pass(1);
  const seen = await story.step(mill.approver, 'declines: the price is too high', () =>
    mill.approver.api.ask(id, { type: 'decline-approval', reason: 'price', note: 'Above our target price.' }),
  );
  const open = seen.stage !== 'closed' && seen.approvals[mill.organisationId]?.phase === 'declined';
  scene.expectations.expect("one buyer's decline does not end the case", open, place(seen));
}

/** What the second buyer may see. Owners, tax papers and the declaration stay closed. */
const SECTIONS = ['profile', 'audit-result', 'corrective-actions', 'documents'] as const;

/** The second buyer stands on the same pilot order, with the supplier's consent and two persons. */
async function approve(act: Act, papers: Papers): Promise<void> {
  const { scene, story, applicant, id } = act;
  const { brand } = scene.parties;
  const { expectations } = scene;
  await story.step(applicant.member, `opens ${list(SECTIONS.map(section))} to ${brand.name} by name`, () =>
    applicant.member.api.ask(id, {
      type: 'grant-consent',
      buyerId: brand.organisationId,
      sections: [...SECTIONS],
    }),
  );
  await readPapers(act, papers);
  await story.step(brand.requester, 'accepts the pilot order as proof and asks for an approval', () =>
    brand.requester.api.ask(id, { type: 'request-approval' }),
  );
  const scope = '20,000 USD and 100,000 pieces a month, HS 5807, for the EU';
  await story.step(brand.requester, `writes the scope (${scope}) and recommends`, () => recommend(id, brand));
  const tooMuch = await refusal(() => brand.approver.api.ask(id, { type: 'approve', conditional: false }));
  expectations.expect(
    'a pilot order with a rework allows a conditional approval only',
    tooMuch === 'conditional-only',
    tooMuch,
  );
  const seen = await story.step(
    brand.approver,
    ({ validUntil }) =>
      `approves as the second person, conditionally: qualified until ${day(validUntil ?? '')}`,
    () => brand.approver.api.ask(id, { type: 'approve', conditional: true }),
  );
  const { requester, approver, scopeId } = seen.approvals[brand.organisationId] ?? {};
  const two = !!requester && !!approver && requester.personId !== approver.personId && !!scopeId;
  expectations.expect('two persons approved, with a scope', two, seen.approvals[brand.organisationId]);
  expectations.expect(
    'the first approval qualifies, conditionally',
    place(seen).includes('condition'),
    place(seen),
  );
}

/** A decline here, an approval there, and the conditions met. */
export async function playApproval(act: Act, papers: Papers): Promise<void> {
  await decline(act);
  await approve(act, papers);
  await askForOrders(act);
  await lookAtAccesses(act);
  const { scene, story, id } = act;
  const { secondReviewer } = scene.parties;
  const seen = await story.step(
    secondReviewer,
    ({ validUntil, grade }) =>
      `finds every condition met: fully qualified, grade ${grade}, until ${day(validUntil ?? '')}`,
    () => secondReviewer.api.ask(id, { type: 'meet-conditions' }),
  );
  const full = seen.stage === 'qualified' && seen.substate === 'full';
  scene.expectations.expect('with its conditions met the case is fully qualified', full, place(seen));
}
