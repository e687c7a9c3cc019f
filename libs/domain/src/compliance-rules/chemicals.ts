import { addMonths, localDate } from '../calendar.js';
import { isCasNumber } from '../cas-number.js';
import { UNDISCLOSED, type InventoryRow } from '../chemical-inventory.js';
import type { InputCategory } from '../reference/input-categories.js';
import {
  CHAPTERS_OF_CATEGORY,
  RESTRICTED_SUBSTANCES,
  type RestrictedList,
  type RestrictedSubstance,
} from '../reference/restricted-substances.js';
import { because, gravest, type Explanation, type RuleResult, type RuleVerdict } from './result.js';

export interface ChemicalsInput {
  /** Absent when none was handed in; empty when the firm says that it keeps no chemicals. */
  readonly rows?: readonly InventoryRow[] | undefined;
  readonly category: InputCategory;
  /** Case time, an instant. */
  readonly at: string;
}
type Found = readonly [RuleVerdict, Explanation];

const SDS_MONTHS = 60;
const VALID_MONTHS = 6;
/** A decision and a screen have no use for more; how many there were is told. */
const MAX_EXPLAINED = 200;
const MG_KG_PER_PERCENT = 10_000;

/** Without rounding errors of binary fractions: 0.5 % is 5000 mg/kg and not a hair more. */
const mgKgOf = (percent: number): number => Math.round(percent * MG_KG_PER_PERCENT * 1e6) / 1e6;

/** What lets a restricted substance through: an exception of a chapter that this category's products go into. */
function exceptionFor(
  substance: RestrictedSubstance,
  { use }: InventoryRow,
  category: InputCategory,
  mgKg: number,
): 'covered' | 'use-not-stated' | undefined {
  const chapters = CHAPTERS_OF_CATEGORY[category];
  const fitting = substance.exceptions.filter(
    ({ chapter, limitMgKg = Infinity }) => chapters.includes(chapter) && mgKg <= limitMgKg,
  );
  if (fitting.length === 0) return undefined;
  if (use === undefined) return 'use-not-stated';
  return fitting.some(({ uses }) => uses.includes(use)) ? 'covered' : undefined;
}

function judgeSubstance(
  substance: RestrictedSubstance,
  row: InventoryRow,
  category: InputCategory,
  list: RestrictedList,
): readonly [RuleVerdict, string] {
  const mgKg = mgKgOf(row.percent);
  if (list.warningGroups.includes(substance.group)) return ['WARN', 'substance-restricted-by-brands'];
  if (mgKg <= substance.limit.value) return ['WARN', 'substance-within-limit'];
  const exception = exceptionFor(substance, row, category, mgKg);
  if (exception === 'covered') return ['PASS', 'exception-covers'];
  if (exception === 'use-not-stated') return ['WARN', 'exception-needs-use'];
  const applies = substance.materials.some((one) => CHAPTERS_OF_CATEGORY[category].includes(one));
  return applies ? ['FAIL', 'substance-above-limit'] : ['WARN', 'substance-of-other-material'];
}

function sheetProblem({ sdsDate }: InventoryRow, row: number, at: string): readonly Found[] {
  if (sdsDate === undefined) return [['WARN', because('sds-missing', { row })]];
  if (sdsDate > localDate(at)) return [['WARN', because('sds-date-in-future', { row, sdsDate })]];
  return sdsDate < localDate(addMonths(at, -SDS_MONTHS))
    ? [['WARN', because('sds-too-old', { row, sdsDate })]]
    : [];
}

function identityProblem({ cas }: InventoryRow, row: number): readonly Found[] {
  if (cas === undefined) return [['WARN', because('cas-missing', { row })]];
  if (cas === UNDISCLOSED) return [['WARN', because('cas-undisclosed', { row })]];
  return isCasNumber(cas) ? [] : [['WARN', because('cas-not-a-number', { row })]];
}

/**
 * A chemical inventory against the restricted substances (check 8, domain 4.5): an identity that nobody can look up and a
 * safety data sheet that is missing or older than five years warn; a substance of a blocking group above its limit
 * fails, when no exception of the list covers it for what this category's products become. An exception that names a
 * use covers a row that states that use; where none is stated it warns, for an officer to ask. Without an inventory
 * nothing was judged, which warns.
 * Good for six months. Rows are counted from 1, as they were handed in.
 */
export function checkChemicals(
  { rows, category, at }: ChemicalsInput,
  list: RestrictedList = RESTRICTED_SUBSTANCES,
): RuleResult {
  if (!rows) return { verdict: 'WARN', explanation: [because('inventory-missing')] };
  const expiresAt = addMonths(at, VALID_MONTHS);
  if (rows.length === 0)
    return { verdict: 'WARN', explanation: [because('no-chemicals-declared')], expiresAt };
  const byCas = new Map(list.substances.map((substance) => [substance.cas, substance]));
  const judge = (one: InventoryRow, index: number): readonly Found[] => {
    const row = index + 1;
    const substance = one.cas === undefined ? undefined : byCas.get(one.cas);
    if (!substance) return [...identityProblem(one, row), ...sheetProblem(one, row, at)];
    const [verdict, code] = judgeSubstance(substance, one, category, list);
    const { cas, group, limit } = substance;
    const params = { row, cas, group, mgKg: mgKgOf(one.percent), limitMgKg: limit.value };
    return [[verdict, because(code, params)], ...sheetProblem(one, row, at)];
  };
  const found = rows.flatMap(judge);
  const gravestFirst = (['FAIL', 'WARN', 'PASS'] as const).flatMap((v) => found.filter(([one]) => one === v));
  const told = gravestFirst.slice(0, MAX_EXPLAINED).map(([, explanation]) => explanation);
  const summary = because('inventory-judged', {
    rows: rows.length,
    remarks: found.length,
    told: told.length,
  });
  return { verdict: gravest(found.map(([verdict]) => verdict)), explanation: [summary, ...told], expiresAt };
}
