import type { ApplicationSection } from './application.js';

/**
 * What the office may ask about a part of an application, by the sections that it fits; none named: it fits any. Asked by
 * code, so that a supplier reads it in their own language.
 */
export const INFORMATION_QUESTIONS = {
  'fill-in': [],
  'send-paper': [],
  'send-clear-photo': [],
  'send-all-pages': [],
  'send-valid-paper': [],
  'send-other-paper': [],
  'paper-in-other-name': [],
  'differs-from-paper': [],
  'not-found-at-source': [],
  'explain-in-words': [],
  'map-point-differs': ['site'],
  'photo-of-gate': ['site'],
  'building-permit': ['site', 'permits'],
  'workers-differ': ['profile', 'payroll'],
  'capacity-implausible': ['capacity', 'machines'],
  'owners-incomplete': ['owners'],
  'controller-missing': ['owners'],
  'patent-of-this-year': ['tax'],
  'certificate-scope': ['certificates'],
  'bank-letter-old': ['bank'],
  'account-in-other-name': ['bank'],
} as const satisfies Readonly<Record<string, readonly ApplicationSection[]>>;
export type InformationQuestion = keyof typeof INFORMATION_QUESTIONS;
export const INFORMATION_QUESTION_CODES = Object.keys(INFORMATION_QUESTIONS) as [
  InformationQuestion,
  ...InformationQuestion[],
];

/** A question about one of the parts that are asked about: `section` or `section.field`. */
export interface AskedQuestion {
  readonly item: string;
  readonly question: InformationQuestion;
}
