import type { CheckKind, RuleResult } from '#domain';
import type { CaseEvidence, CheckData, CheckRun, Database, PersonalData } from '#persistence';
import type { Screening } from './screening.js';
import type { Sources } from './sources/sources.js';

export interface CheckContext {
  readonly data: CheckData;
  readonly at: string;
  readonly db: Database;
  readonly personal: PersonalData;
  /** What is known of the documents of the case; read once, when the first check asks. */
  readonly evidence: () => Promise<CaseEvidence>;
  readonly screening: Screening;
  readonly sources: Sources;
}
/**
 * A check's answer with the data it stands on, so that anybody can run it again. What is personal in `input` is as it is
 * stored, sealed: its digest goes into the journal, where a name could be guessed from a bare one.
 */
export interface CheckAnswer extends Omit<RuleResult, 'explanation'>, Pick<CheckRun, 'explanation'> {
  readonly input: unknown;
  readonly dataSource: string;
  readonly sourceVersion: string;
}
export type Check = (context: CheckContext) => Promise<CheckAnswer>;
export type Checks = Readonly<Partial<Record<CheckKind, Check>>>;

export const section = <T>(data: CheckData, name: string): Partial<T> =>
  (data.sections[name] ?? {}) as Partial<T>;
/** An answer that rests on what the supplier declared, and on nothing else. */
export const declared = (input: unknown, result: RuleResult): CheckAnswer => ({
  ...result,
  input,
  dataSource: 'application',
  sourceVersion: '1',
});

/** Every name that the firm goes by. */
export function firmNames(data: CheckData): readonly string[] {
  const { legalName, legalNameKm } = section<{ legalName: string; legalNameKm: string }>(data, 'profile');
  return [...new Set([data.firmName, legalName, legalNameKm].filter((name) => name !== undefined))];
}
