import { randomUUID } from 'node:crypto';
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

const inDays = (seen: Case, n: number): string =>
  new Date(Date.parse(seen.caseTime) + n * 86_400_000).toISOString().slice(0, 10);

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

/** Deliver one lot, inspect it and judge it. */
export async function deliverAndJudge(
  applicant: Applicant,
  id: string,
  buyer: Firm,
  pilot: { readonly pilotId: string; readonly lot: number; readonly size?: number; readonly major?: number },
): Promise<void> {
  const { pilotId, lot, size = 1200, major = 1 } = pilot;
  await applicant.member.api.ask(id, { type: 'deliver-lot', pilotId, lot, quantity: size });
  const inspection = {
    inspected: Math.min(size, 125),
    found: { critical: 0, major, minor: 2 },
    otherChecks: { measurements: true, labelling: true, packing: true },
    seed: `${pilotId}/${lot}`,
  };
  await buyer.requester.api.put(
    `/v1/qualifications/${id}/pilot-orders/${pilotId}/lots/${lot}/inspection`,
    inspection,
  );
  await buyer.requester.api.ask(id, { type: 'judge-lot', pilotId, lot, documentsRight: true });
}

/** Scope, recommendation by one person and approval by another. */
export async function approve(id: string, buyer: Firm, conditional = false, months = 5): Promise<void> {
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
  await buyer.approver.api.ask(id, { type: 'approve', conditional });
}
