import { applicationGaps, APPLICATION_SECTIONS, FIRST_COMPLIANCE_SECTIONS } from '#domain';
import type { Content } from './fields.js';
import type { FormSection } from './forms.js';

/** Fields of one section that a step asks for; all of them without names. */
export interface Part {
  readonly section: FormSection;
  readonly only?: readonly string[];
}
export interface Step {
  readonly id: string;
  /** How long it takes, about. */
  readonly minutes: number;
  readonly parts: readonly Part[];
}

const ACTIVITY = ['isic', 'claims'];
const WHO = [
  ...['legalNameKm', 'legalName', 'businessRegistrationNumber', 'yearEstablished', 'workers', 'womenWorkers'],
  ...['womenOwned', 'contactName', 'contactPhone', 'contactEmail', 'website'],
];

/** The way through an application: each step is a page of its own, and takes less than five minutes. */
export const STEPS = [
  { id: 'who', minutes: 4, parts: [{ section: 'profile', only: WHO }] },
  { id: 'site', minutes: 3, parts: [{ section: 'site' }] },
  { id: 'make', minutes: 4, parts: [{ section: 'capacity' }, { section: 'profile', only: ACTIVITY }] },
  { id: 'owners', minutes: 2, parts: [{ section: 'owners' }] },
  { id: 'papers', minutes: 4, parts: [{ section: 'tax' }, { section: 'certificates' }] },
  { id: 'consent', minutes: 1, parts: [{ section: 'declaration', only: ['consentToChecks'] }] },
  { id: 'send', minutes: 1, parts: [{ section: 'declaration', only: ['truthful', 'signedBy'] }] },
] as const satisfies readonly Step[];
export type StepId = (typeof STEPS)[number]['id'];

const paper = (section: FormSection, minutes: number): Step => ({
  ...{ id: section, minutes },
  parts: [{ section }],
});
/** Papers, each on a page of its own: those that every scheme wants, then those that help. */
export const PAPERS: readonly Step[] = [
  paper('tax', 2),
  paper('certificates', 3),
  paper('insurance', 3),
  paper('permits', 2),
  paper('bank', 2),
  paper('test-reports', 3),
  paper('external-reports', 3),
  paper('machines', 3),
  paper('material-suppliers', 3),
  paper('payroll', 3),
  // A table, which is read as it is: it has no fields of its own.
  { id: 'chemicals', minutes: 4, parts: [] },
];

export const stepOf = (id: string): Step | undefined =>
  STEPS.find((step) => step.id === id) ?? PAPERS.find((step) => step.id === id);
export const isPaper = (id: string): boolean => PAPERS.some((step) => step.id === id);

/** What is written in the sections of an application: what waits on this device before what was read. */
export type Written = Readonly<Record<string, Content>>;

/**
 * What keeps an application from being handed in, as `section.field`.
 * @param missing what the API says is missing; sections of it are wanted by the scheme beside those that all schemes want
 */
export function gapsOf(written: Written, missing: readonly string[] = []): readonly string[] {
  const named = missing.map((path) => path.split('.')[0] ?? '').filter((section) => section !== '');
  const wanted = new Set([...APPLICATION_SECTIONS, ...FIRST_COMPLIANCE_SECTIONS, ...named]);
  return [...new Set(applicationGaps(written, [...wanted]).map(fieldOf))];
}
/** Where a place of the application is typed: both numbers of a point are one field. */
export const fieldOf = (path: string): string => path.replace('site.longitude', 'site.latitude');

const inPart = (path: string, { section, only }: Part): boolean => {
  const [of, field = ''] = path.split('.');
  return of === section && (!only || only.includes(field));
};
export const gapsIn = (step: Step, gaps: readonly string[]): readonly string[] =>
  gaps.filter((path) => step.parts.some((part) => inPart(path, part)));

/** The step that asks for a field, or for anything in a section; papers have pages of their own. */
export function stepFor(path: string): string {
  const [section = ''] = path.split('.');
  if (isPaper(section)) return section;
  const found = STEPS.find(({ parts }) =>
    parts.some((part) => (path.includes('.') ? inPart(path, part) : part.section === section)),
  );
  return found?.id ?? 'send';
}

/** In the order in which somebody comes by their steps. */
export const inOrder = (paths: readonly string[]): readonly string[] => {
  const order = STEPS.flatMap(({ id }) => (id === 'papers' ? PAPERS.map((paper) => paper.id) : [id]));
  const at = (path: string): number => order.indexOf(stepFor(path));
  return [...paths].sort((one, other) => at(one) - at(other));
};

/** The step after this one. From a paper it goes back to the list of papers. */
export function stepAfter(id: string): string | undefined {
  if (isPaper(id)) return 'papers';
  const at = STEPS.findIndex((step) => step.id === id);
  return at < 0 ? undefined : STEPS[at + 1]?.id;
}
export function stepBefore(id: string): string | undefined {
  if (isPaper(id)) return 'papers';
  return STEPS[STEPS.findIndex((step) => step.id === id) - 1]?.id;
}

/** Minutes that the steps with gaps take, about. */
export const minutesLeft = (gaps: readonly string[]): number =>
  STEPS.filter((step) => gapsIn(step, gaps).length > 0).reduce((sum, { minutes }) => sum + minutes, 0);
