import { randomUUID } from 'node:crypto';
import { addDays, localDate } from '#domain';
import { until, type Case } from './api-client.js';
import type { Firm, Parties } from './parties.js';
import type { Applicant } from './supplier.js';

/** How the audit turns out: items that are not conform. Everything else is. */
export type Weaknesses = Readonly<Record<string, 'partial' | 'nonconform'>>;

export const standsAt =
  (...substates: string[]) =>
  (seen: Case): boolean =>
    substates.includes(seen.substate);

/** Wait until the case has come to one of these substates by itself. */
export const reaches = (parties: Parties, id: string, ...substates: string[]): Promise<Case> =>
  until(() => parties.officer.api.case(id), standsAt(...substates));

/** The office takes the application in, and the screening checks speak. */
export async function accept(parties: Parties, id: string): Promise<Case> {
  await parties.officer.api.ask(id, { type: 'accept-application' });
  return until(
    () => parties.officer.api.case(id),
    (seen) => seen.substate !== 'screening' || seen.ballHolders.some((h) => h.what === 'resolve-check'),
  );
}

const UNLIKE = 'Another firm at the same place, seen on its own papers.';

/**
 * The office takes the application in. Firms close to each other look like doubles to the machine: an officer looks and
 * lets them pass. A hit on a list stays for somebody to judge.
 */
export async function screened(parties: Parties, id: string): Promise<Case> {
  const seen = await accept(parties, id);
  if (seen.checks['duplicate']?.verdict !== 'POTENTIAL') return seen;
  const { api } = parties.officer;
  await api.ask(id, { type: 'resolve-check', check: 'duplicate', verdict: 'PASS', note: UNLIKE });
  return api.case(id);
}

/** A local date so many days after the case's own now. */
export const inDays = (seen: Case, n: number): string => localDate(addDays(seen.caseTime, n));

/** From the assignment to the opening meeting. */
export async function goOnSite(parties: Parties, applicant: Applicant, id: string): Promise<void> {
  const { auditor, officer } = parties;
  await officer.api.ask(id, {
    type: 'assign-auditor',
    auditorId: auditor.personId,
    firmId: auditor.organisationId,
  });
  const seen = await officer.api.case(id);
  const dates = [inDays(seen, 4), inDays(seen, 6)];
  await auditor.api.ask(id, { type: 'propose-visit', dates });
  await applicant.member.api.ask(id, { type: 'accept-visit', date: dates[1] ?? '' });
  await auditor.api.ask(id, { type: 'start-audit' });
}

/** Answer every item of the checklist; returns how many there were. */
export async function answerAll(parties: Parties, id: string, weaknesses: Weaknesses = {}): Promise<number> {
  const { api } = parties.auditor;
  const { checklist } = await api.get<{ checklist: { id: string }[] }>(`/v1/qualifications/${id}/audit`);
  for (const item of checklist) {
    const value = weaknesses[item.id] ?? 'conform';
    const weak = value !== 'conform' && {
      note: 'Seen on the floor and discussed with the owner on the day.',
    };
    await api.put(`/v1/qualifications/${id}/audit/answers/${item.id}`, {
      value,
      evidence: [randomUUID()],
      ...weak,
    });
  }
  return checklist.length;
}

/** The whole audit, from the assignment to the join with the compliance checks. */
export async function audit(
  parties: Parties,
  applicant: Applicant,
  id: string,
  weaknesses?: Weaknesses,
): Promise<number> {
  await goOnSite(parties, applicant, id);
  const answered = await answerAll(parties, id, weaknesses);
  await parties.auditor.api.ask(id, { type: 'submit-audit' });
  await reaches(parties, id, 'review', 'rejected', 'running');
  return answered;
}

/** The supplier responds to every open corrective action and the auditor verifies each. */
export async function correct(
  parties: Parties,
  applicant: Applicant,
  id: string,
): Promise<readonly string[]> {
  const { correctiveActions } = await applicant.member.api.case(id);
  const open = Object.keys(correctiveActions).filter((key) => correctiveActions[key]?.phase !== 'verified');
  for (const correctiveActionId of open) {
    const response = {
      rootCause: 'Nobody was named for it',
      action: 'Named, trained and checked weekly',
      evidence: [randomUUID()],
    };
    await applicant.member.api.put(
      `/v1/qualifications/${id}/corrective-actions/${correctiveActionId}/response`,
      response,
    );
    await applicant.member.api.ask(id, { type: 'submit-corrective-action', correctiveActionId });
    await parties.auditor.api.ask(id, { type: 'verify-corrective-action', correctiveActionId });
  }
  return open;
}

/** Consent, terms, order and confirmation. Returns the pilot's id. */
export async function placePilot(
  applicant: Applicant,
  id: string,
  buyer: Firm,
  lots = [1200, 1200],
): Promise<string> {
  const seen = await applicant.member.api.case(id);
  if (!seen.consents.includes(buyer.organisationId)) {
    await applicant.member.api.ask(id, { type: 'grant-consent', buyerId: buyer.organisationId });
  }
  const { api } = buyer.requester;
  const terms = {
    lots: lots.map((size, i) => ({ lot: i + 1, size })),
    deliveryBy: inDays(seen, 30),
    valueUsd: 4800,
    incoterm: 'DAP',
  };
  const before = await api.get<{ items: { version: number }[] }>(
    `/v1/qualifications/${id}/pilot-orders/terms`,
  );
  await api.put(`/v1/qualifications/${id}/pilot-orders/terms`, terms, before.items[0]?.version ?? 0);
  const pilotId = randomUUID();
  await api.ask(id, { type: 'place-pilot', pilotId });
  await applicant.member.api.ask(id, { type: 'confirm-pilot', pilotId });
  return pilotId;
}

export interface LotPlay {
  readonly pilotId: string;
  readonly lot: number;
  readonly size?: number;
  readonly inspected?: number;
  /** Defects found. */
  readonly major?: number;
  readonly minor?: number;
}

/** The supplier delivers one lot. */
export const deliver = (applicant: Applicant, id: string, play: LotPlay): Promise<void> => {
  const { pilotId, lot, size: quantity = 1200 } = play;
  return applicant.member.api.ask(id, { type: 'deliver-lot', pilotId, lot, quantity });
};

/** The buyer's inspector writes down what a sample of the lot showed, and judges the lot by it. */
export async function inspectAndJudge(id: string, buyer: Firm, play: LotPlay): Promise<void> {
  const { pilotId, lot, size = 1200, inspected = Math.min(size, 125), major = 1, minor = 2 } = play;
  const inspection = {
    inspected,
    found: { critical: 0, major, minor },
    otherChecks: { measurements: true, labelling: true, packing: true },
    seed: `${pilotId}/${lot}`,
  };
  const { api } = buyer.requester;
  await api.put(`/v1/qualifications/${id}/pilot-orders/${pilotId}/lots/${lot}/inspection`, inspection);
  await api.ask(id, { type: 'judge-lot', pilotId, lot, documentsRight: true });
}

/** Deliver one lot, inspect it and judge it. */
export async function deliverAndJudge(
  applicant: Applicant,
  id: string,
  buyer: Firm,
  play: LotPlay,
): Promise<void> {
  await deliver(applicant, id, play);
  await inspectAndJudge(id, buyer, play);
}

/** The scope of an approval, and the recommendation by the buyer's first person. */
export async function recommend(id: string, buyer: Firm, months = 5): Promise<void> {
  const { api } = buyer.requester;
  const seen = await api.case(id);
  const scope = {
    maxUsdPerMonth: 20_000,
    maxUnitsPerMonth: 100_000,
    endMarkets: ['EU'],
    hsLines: ['5807'],
    tier: 2,
    validUntil: inDays(seen, months * 30),
    conditions: [],
  };
  const before = await api.get<{ items: { version: number }[] }>(`/v1/qualifications/${id}/approvals/scope`);
  await api.put(`/v1/qualifications/${id}/approvals/scope`, scope, before.items[0]?.version ?? 0);
  await api.ask(id, { type: 'recommend-approval' });
}

/** Scope, recommendation by one person and approval by another. */
export async function approve(id: string, buyer: Firm, conditional = false, months = 5): Promise<void> {
  await recommend(id, buyer, months);
  await buyer.approver.api.ask(id, { type: 'approve', conditional });
}
