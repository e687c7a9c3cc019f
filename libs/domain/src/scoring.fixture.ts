import type { Severity } from './case-state.js';
import type { Answer, AnswerValue, ChecklistItem } from './checklist.js';
import { CHECKLIST_SECTIONS, SCORING_RULES } from './reference/checklist-seed.js';
import { score, type Score } from './scoring.js';
import type { ScoreOptions } from './scoring-items.js';

export const as = (value: AnswerValue): Answer => ({
  value,
  reasonGiven: true,
  evidenceCount: 1,
  noteLength: 0,
});
export const item = (
  id: string,
  section: string,
  weight: number,
  severity: Severity = 'minor',
): ChecklistItem => ({
  id,
  section,
  severity,
  weight,
  coreProfile: true,
  categories: ['PACKAGING'],
  question: '',
  guidance: '',
  evidence: [],
  references: [],
});
/** Items of one section, given as `[weight, severity, value]`, numbered from 1. */
export type Row = readonly [number, Severity, AnswerValue];
export const ofSection = (section: string, rows: readonly Row[]) => ({
  items: rows.map(([weight, severity], i) => item(`${section}-${i + 1}`, section, weight, severity)),
  answers: Object.fromEntries(rows.map(([, , value], i) => [`${section}-${i + 1}`, as(value)])),
});
export const scoreOf = (rows: readonly Row[], options?: ScoreOptions): Score => {
  const { items, answers } = ofSection('CD', rows);
  return score(items, answers, CHECKLIST_SECTIONS, SCORING_RULES, options);
};
/** One section with so many points of `of`, lost on minor items. */
export const points = (won: number, of = 100) =>
  scoreOf([
    [won, 'minor', 'conform'],
    [of - won, 'minor', 'nonconform'],
  ]);
export const majors = (n: number): readonly Row[] =>
  Array.from({ length: n }, () => [1, 'major', 'nonconform']);
export const criticals = (n: number): readonly Row[] =>
  Array.from({ length: n }, () => [1, 'critical', 'nonconform']);
export const SOLID: Row = [1000, 'minor', 'conform'];
