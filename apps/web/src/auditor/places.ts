import type { Place } from '../offline/entry.js';

/** Whose answers: those of the audit, or of one later visit. */
export type AuditPaper = 'audit' | `visit-${string}`;
export const visitOf = (paper: AuditPaper): string | undefined =>
  paper === 'audit' ? undefined : paper.slice('visit-'.length);

const caseUrl = (caseId: string): string => `/v1/qualifications/${caseId}`;
const fact = (caseId: string, name: string, url: string, more: Partial<Place> = {}): Place => ({
  ...{ name, caseId, method: 'PUT' as const, url: `${caseUrl(caseId)}${url}` },
  ...more,
});

/** Names of all answers of a paper begin so. */
export const answersOf = (caseId: string, paper: AuditPaper): string => `answer/${caseId}/${paper}/`;
export function answerPlace(caseId: string, paper: AuditPaper, item: string): Place {
  const visit = visitOf(paper);
  const url = visit ? `/surveillance/${visit}/answers/${item}` : `/audit/answers/${item}`;
  return fact(caseId, `${answersOf(caseId, paper)}${item}`, url);
}
/** As every page of the app calls photos of a place of a case. */
export const photoPlace = (caseId: string, item: string): Pick<Place, 'name' | 'caseId'> => ({
  ...{ name: `photo/${caseId}/answer/${item}`, caseId },
});

export const MEETING_NAMES = ['opening', 'closing'] as const;
export type MeetingName = (typeof MEETING_NAMES)[number];
export const meetingPlace = (caseId: string, meeting: MeetingName): Place =>
  fact(caseId, `meeting/${caseId}/${meeting}`, `/audit/meetings/${meeting}`);
export const payrollPlace = (caseId: string): Place =>
  fact(caseId, `payroll/${caseId}/sample`, '/audit/payroll-sample');

/** With whom a note was made: numbers and groups only. They are in the name of its place, so that they can be counted here. */
export interface Interviewed {
  readonly kind: 'private' | 'group';
  readonly workers: number;
  readonly women: number;
}
export const notesOf = (caseId: string): string => `note/${caseId}/`;
export function notePlace(caseId: string, { kind, workers, women }: Interviewed, id: string): Place {
  const name = `${notesOf(caseId)}${kind}-${workers}-${women}/${id}`;
  return fact(caseId, name, `/interview-notes/${id}`, { secret: true });
}
/** What the name of a note's place says of it. */
export function interviewedIn(place: string): Interviewed | undefined {
  const [, kind, workers, women] = /^note\/[^/]+\/(private|group)-(\d+)-(\d+)\//.exec(place) ?? [];
  return kind
    ? { kind: kind as Interviewed['kind'], workers: Number(workers), women: Number(women) }
    : undefined;
}

/** Decisions that cannot wait until somebody has a line again; each is taken once, under the id of its entry. */
export const startPlace = (caseId: string): Place =>
  fact(caseId, `start/${caseId}`, '/commands', { method: 'POST', gate: true });
export const childPlace = (caseId: string): Place =>
  fact(caseId, `child/${caseId}/${crypto.randomUUID()}`, '/commands', { method: 'POST', secret: true });

/** What kind of place it is, and its last part: a checklist item, a meeting. */
export function partsOf(place: string): { readonly kind: string; readonly item: string } {
  const parts = place.split('/');
  return { kind: parts[0] ?? '', item: parts.at(-1) ?? '' };
}
