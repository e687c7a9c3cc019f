import { randomUUID } from 'node:crypto';
import { INPUT_CATEGORIES } from '#domain';
import type { Case } from './api-client.js';
import { inDays } from './case-dates.js';
import type { Firm } from './parties.js';
import type { Applicant } from './supplier.js';

/** Terms and an order on them, which waits for the supplier to confirm it. Returns the pilot's id. */
export async function orderPilot(
  id: string,
  buyer: Firm,
  lots: readonly number[] = [1200, 1200],
  agreed: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { api } = buyer.requester;
  const terms = {
    lots: lots.map((size, i) => ({ lot: i + 1, size })),
    deliveryBy: inDays(await api.case(id), 30),
    valueUsd: 4800,
    incoterm: 'DAP',
    ...agreed,
  };
  const before = await api.get<{ items: { version: number }[] }>(
    `/v1/qualifications/${id}/pilot-orders/terms`,
  );
  await api.put(`/v1/qualifications/${id}/pilot-orders/terms`, terms, before.items[0]?.version ?? 0);
  const pilotId = randomUUID();
  await api.ask(id, { type: 'place-pilot', pilotId });
  return pilotId;
}

/** Consent, terms, order and confirmation. Returns the pilot's id. */
export async function placePilot(
  applicant: Applicant,
  id: string,
  buyer: Firm,
  lots?: readonly number[],
  agreed?: Readonly<Record<string, unknown>>,
): Promise<string> {
  const seen = await applicant.member.api.case(id);
  if (!seen.consents.includes(buyer.organisationId)) {
    await applicant.member.api.ask(id, { type: 'grant-consent', buyerId: buyer.organisationId });
  }
  const pilotId = await orderPilot(id, buyer, lots, agreed);
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

/** One HS heading of what the case is about; services have none. */
export const goodsOf = ({ category }: Pick<Case, 'category'>): readonly string[] =>
  (INPUT_CATEGORIES.find(({ code }) => code === category)?.hs ?? []).slice(0, 1).map((hs) => hs.slice(0, 4));

/** The scope of an approval, and the recommendation by the buyer's first person. */
export async function recommend(id: string, buyer: Firm, months = 5): Promise<void> {
  const { api } = buyer.requester;
  const seen = await api.case(id);
  const scope = {
    maxUsdPerMonth: 20_000,
    maxUnitsPerMonth: 100_000,
    endMarkets: ['EU'],
    hsLines: goodsOf(seen),
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
