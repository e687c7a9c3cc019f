import { foundCases, searched } from './case-search.js';
import { standing } from './parties.js';

/** What a list of cases is narrowed to; what is not said narrows nothing. */
export interface CaseFilter {
  readonly stage?: string | undefined;
  readonly substate?: string | undefined;
  readonly category?: string | undefined;
  readonly province?: string | undefined;
  /** Of the qualification. */
  readonly grade?: string | undefined;
  readonly supplierId?: string | undefined;
  /** A buyer that takes part: by consent that is in force, or by what it did there. */
  readonly buyerId?: string | undefined;
  /** The beginning of its number, or of its supplier's name. */
  readonly q?: string | undefined;
}

/** Whose list it is: of the programme office, or of an organisation that is party `p`. */
export type CaseReaders = 'office' | 'party';
type Condition = (at: string) => string;

const BUYER = `b.relation = 'buyer' and b.case_number < $1 and ${standing('b')}`;
const ofGrade: Condition = (at) => `q.state #>> '{validity,grade}' = ${at}`;
const ofBuyer: Condition = (at) =>
  `q.case_number in (select b.case_number from qualification_party b where b.organisation_id = ${at}::uuid and ${BUYER})`;

/** Of cases `q` and sites `s`, each with a letter: names of statements are cut after 63 bytes. */
const VALUED: readonly (readonly [Exclude<keyof CaseFilter, 'q'>, string, Condition])[] = [
  ['stage', 's', (at) => `q.stage = ${at}`],
  ['substate', 't', (at) => `q.substate = ${at}`],
  ['category', 'c', (at) => `q.category = ${at}`],
  ['province', 'p', (at) => `s.province = ${at}`],
  ['grade', 'g', ofGrade],
  ['supplierId', 'f', (at) => `q.supplier_id = ${at}::uuid`],
  ['buyerId', 'b', ofBuyer],
];
/** Of a case that the reader is a party of: what a filter finds is told, so it finds what is told and nothing else. */
const FOR_PARTY: Readonly<Partial<Record<keyof CaseFilter, Condition>>> = {
  // A buyer is told the grade with the result of the audit.
  grade: (at) =>
    `${ofGrade(at)} and (p.relation <> 'buyer' or 'audit-result' = any (consented_sections(q.id)))`,
  // A supplier knows the buyers of its own cases, and a buyer itself; for anybody else no buyer takes part.
  buyerId: (at) =>
    `(q.supplier_id = p.organisation_id or p.organisation_id = ${at}::uuid) and ${ofBuyer(at)}`,
};

/**
 * SQL conditions for what was asked for. A condition that was not asked for is not there. `$1` is the case number that the
 * page comes before.
 * @param first the number of the first parameter that is free
 */
export function caseConditions(
  filter: CaseFilter,
  readers: CaseReaders,
  first: number,
): { readonly name: string; readonly sql: string; readonly values: readonly unknown[] } {
  const { q } = filter;
  const given = VALUED.filter(([name]) => filter[name] !== undefined);
  const conditions = given.map(([name, , forAll], i) => {
    const condition = (readers === 'party' && FOR_PARTY[name]) || forAll;
    return condition(`$${first + i}`);
  });
  const found = q === undefined ? [] : [`q.id in ${foundCases(first + given.length)}`];
  return {
    name: `-${given.map(([, letter]) => letter).join('')}${q === undefined ? '' : 'q'}`,
    sql: [...conditions, ...found].map((condition) => ` and ${condition}`).join(''),
    values: [...given.map(([name]) => filter[name]), ...(q === undefined ? [] : searched(q))],
  };
}
