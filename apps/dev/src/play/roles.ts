import { randomUUID } from 'node:crypto';
import { until, type Case } from './api-client.js';
import { inDays } from './case-dates.js';
import type { Parties } from './parties.js';
import type { Applicant } from './supplier.js';

export * from './buyer-roles.js';
export { inDays } from './case-dates.js';

/** How the audit turns out: items that are not conform. Everything else is. */
export type Weaknesses = Readonly<Record<string, 'partial' | 'nonconform'>>;

/** Documents that show what was answered, by checklist item. */
export type Evidence = Readonly<Record<string, readonly string[]>>;

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

/** No register can be asked by a machine here: an officer looks the firm up by hand and says what was seen. */
export async function lookUpRegistration(parties: Parties, id: string): Promise<void> {
  const check = 'business-registration';
  const { api } = parties.officer;
  const seen = await until(
    () => api.case(id),
    ({ checks, substate }) => substate !== 'running' || checks[check]?.verdict !== 'PENDING',
  );
  if (seen.checks[check]?.verdict !== 'POTENTIAL') return;
  const note = 'Active, same name and address.';
  const proof = { source: 'business-registry', retrievedOn: inDays(seen, 0), note } as const;
  await api.ask(id, { type: 'resolve-check', check, verdict: 'PASS', ...proof });
}

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
  await lookUpRegistration(parties, id);
}

/**
 * Answer every item that the checklist asks; what a renewal carries over is answered already. Returns how many there were.
 * @param leaveOut items that a credited report answers
 */
export async function answerAll(
  parties: Parties,
  id: string,
  weaknesses: Weaknesses = {},
  evidence: Evidence = {},
  leaveOut: readonly string[] = [],
): Promise<number> {
  const { api } = parties.auditor;
  type Audit = { checklist: { id: string }[]; carried: Record<string, string> };
  const { checklist, carried } = await api.get<Audit>(`/v1/qualifications/${id}/audit`);
  const asked = checklist.filter(({ id: item }) => !(item in carried) && !leaveOut.includes(item));
  for (const item of asked) {
    const value = weaknesses[item.id] ?? 'conform';
    const weak = value !== 'conform' && {
      note: 'Seen on the floor and discussed with the owner on the day.',
    };
    await api.put(`/v1/qualifications/${id}/audit/answers/${item.id}`, {
      value,
      evidence: evidence[item.id] ?? [randomUUID()],
      ...weak,
    });
  }
  return asked.length;
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

/** The supplier says what it did about a finding, and hands it in. */
async function handIn(
  applicant: Applicant,
  id: string,
  correctiveActionId: string,
  version = 0,
): Promise<void> {
  const response = {
    ...{ rootCause: 'Nobody was named for it', action: 'Named, trained and checked weekly' },
    ...{ owner: 'production', evidence: [randomUUID()] },
  };
  const path = `/v1/qualifications/${id}/corrective-actions/${correctiveActionId}/response`;
  await applicant.member.api.put(path, response, version);
  await applicant.member.api.ask(id, { type: 'submit-corrective-action', correctiveActionId });
}

/** Handed in twice, and convincing neither time. */
export async function rejectTwice(
  parties: Parties,
  applicant: Applicant,
  id: string,
  correctiveActionId: string,
): Promise<void> {
  for (const version of [0, 1]) {
    await handIn(applicant, id, correctiveActionId, version);
    await parties.auditor.api.ask(id, { type: 'reject-corrective-action', correctiveActionId });
  }
}

/** The supplier responds to every open corrective action and the auditor verifies each. */
export async function correct(
  parties: Parties,
  applicant: Applicant,
  id: string,
): Promise<readonly string[]> {
  const seen = await applicant.member.api.case(id);
  const { correctiveActions } = seen;
  const onSite = { method: 'on-site', visitDate: inDays(seen, 0) } as const;
  const open = Object.keys(correctiveActions).filter((key) => correctiveActions[key]?.phase !== 'verified');
  for (const correctiveActionId of open) {
    await handIn(applicant, id, correctiveActionId);
    const verify = { type: 'verify-corrective-action', correctiveActionId, ...onSite } as const;
    await parties.auditor.api.ask(id, verify);
  }
  return open;
}
