import { type ConsentSection, type Person } from '#domain';
import type { CaseDetail, OnePageRow, PaperFact } from '#persistence';
import type { Language } from '#wording';
import { seesSection } from '../qualifications/qualifications.view.js';

/** A case that is read as one page: by whom, when, in which language. */
export interface PageReader {
  readonly detail: CaseDetail;
  readonly row: OnePageRow;
  readonly actor: Person;
  /** An instant of case time. */
  readonly now: string;
  readonly language: Language;
}

/** Sections of the page. */
export const PAGE_SECTIONS = [
  'profile',
  'site',
  'capacity',
  'owners',
  'certificates',
  'cost-sheets',
  'audit-result',
  'findings',
  'corrective-actions',
  'compliance-verdicts',
] as const satisfies readonly ConsentSection[];
type PageSection = (typeof PAGE_SECTIONS)[number];

export const opens = ({ detail }: PageReader, section: PageSection): boolean => seesSection(detail, section);

/** What a section says to this reader; undefined when it is not opened, or nobody wrote it. */
export const sectionFact = (reader: PageReader, section: PageSection): PaperFact | undefined =>
  opens(reader, section) ? reader.row.facts.find(({ item }) => item === section) : undefined;

/** As `sectionFact`, its content as this kind of section has it. Half-filled sections lack fields. */
export const sectionOf = <T>(reader: PageReader, section: PageSection): Partial<T> | undefined =>
  sectionFact(reader, section)?.content as Partial<T> | undefined;
