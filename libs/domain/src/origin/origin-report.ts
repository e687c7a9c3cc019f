import { because, type Explanation } from '../compliance-rules/result.js';
import { LDC_GRADUATION, TRADE_PROGRAMMES } from '../reference/trade-programmes.js';
import type { DatedRate, ProgrammeRule, TradeProgramme } from '../reference/trade-programmes.js';
import { digitsOf, localValueOf, type CostSheet, type LocalValue } from './cost-sheet.js';
import { judgeRule, regionalValueOf } from './judge-rule.js';
import { materialsToLocalise } from './localise.js';
import type { Origin, OriginRule } from './origin-rule.js';

/** What one programme says of one good on one day. */
export interface ProgrammeOrigin {
  readonly programme: string;
  readonly origin: Origin;
  readonly rule: {
    readonly form: OriginRule['form'];
    readonly text: string;
    readonly certainty: string;
  } | null;
  readonly why: readonly Explanation[];
  /** Paths into the cost sheet: what has to be known for a better answer. */
  readonly missing: readonly string[];
  /** Build-down, in percent, rounded down to hundredths. */
  readonly regionalValuePercent: number | null;
  readonly rates: readonly DatedRate[];
  /** Whether the preference was taken back for these goods, or for some lines of them. */
  readonly withdrawn: 'no' | 'some-lines' | 'all' | 'unknown';
}
/** What becomes of a programme that Cambodia has as a least developed country. */
export interface GraduationChange {
  readonly programme: string;
  readonly before: Origin;
  readonly after: Origin;
  /** The day from which `after` holds: the day after a transition, where one is known. */
  readonly from: string;
  readonly transitionUntil: string | null;
  readonly afterRule: ProgrammeOrigin['rule'];
  readonly why: readonly Explanation[];
  /** Materials that would have to be made in Cambodia from then on; null when that is not all, or not known. */
  readonly localise: readonly string[] | null;
}
export interface OriginReport {
  readonly product: string;
  readonly hs: string | null;
  readonly date: string;
  readonly localValue: LocalValue | null;
  readonly localValueMissing: readonly string[];
  /** The costs miss the price by more than half a percent. */
  readonly costsDiffer: boolean;
  readonly programmes: readonly ProgrammeOrigin[];
  readonly graduation: { readonly date: string; readonly changes: readonly GraduationChange[] };
}

/** Whether goods of an HS code are among these; an entry without either list takes all. */
const covers = (
  hs: string,
  { chapters, headings }: { readonly chapters?: readonly string[]; readonly headings?: readonly string[] },
): boolean =>
  (!chapters && !headings) ||
  (chapters ?? []).includes(hs.slice(0, 2)) ||
  (headings ?? []).includes(hs.slice(0, 4));
const holdsOn = (
  date: string,
  { from = '', to = '9999' }: { readonly from?: string; readonly to?: string },
) => from <= date && date <= to;

const ruleOn = (programme: TradeProgramme, hs: string, date: string): ProgrammeRule | undefined =>
  programme.rules.find((one) => covers(hs, one) && holdsOn(date, one));

function withdrawnOn({ withdrawals }: TradeProgramme, hs: string | undefined, date: string) {
  if (withdrawals.length === 0) return 'no';
  if (hs === undefined) return 'unknown';
  return withdrawals.find((one) => covers(hs, one) && holdsOn(date, one))?.extent ?? 'no';
}

/** A programme under which nobody asks for origin, or not on that day. */
function outsideOf({ kind, inForceFrom = '' }: TradeProgramme, date: string): RuleOutcome | undefined {
  if (kind === 'not-a-party') return { origin: 'no', why: [because('not-a-party')], missing: [] };
  if (date < inForceFrom)
    return { origin: 'no', why: [because('not-in-force', { inForceFrom })], missing: [] };
  if (kind === 'traceability')
    return { origin: 'unknown', why: [because('traceability-not-origin')], missing: [] };
  return undefined;
}
type RuleOutcome = Pick<ProgrammeOrigin, 'origin' | 'why' | 'missing'>;

function outcomeOf(programme: TradeProgramme, sheet: CostSheet, date: string): RuleOutcome {
  const outside = outsideOf(programme, date);
  if (outside) return outside;
  const hs = digitsOf(sheet.hs);
  if (hs === undefined) return { origin: 'unknown', why: [], missing: ['hs'] };
  const found = ruleOn(programme, hs, date);
  const after = programme.forLdc && date >= LDC_GRADUATION.date;
  if (!found) {
    const code = after ? 'rule-after-graduation-not-loaded' : 'rule-not-loaded';
    return { origin: 'unknown', why: [because(code)], missing: [] };
  }
  const judged = judgeRule(found.rule, sheet, programme.cumulation);
  return found.byPractice ? { ...judged, why: [...judged.why, because('rests-on-practice')] } : judged;
}

/** Judge one good under one programme on one day, a local date. */
export function originUnder(programme: TradeProgramme, sheet: CostSheet, date: string): ProgrammeOrigin {
  const hs = digitsOf(sheet.hs);
  const found = hs === undefined ? undefined : ruleOn(programme, hs, date);
  return {
    programme: programme.code,
    ...outcomeOf(programme, sheet, date),
    rule: found ? { form: found.rule.form, text: found.text, certainty: found.certainty } : null,
    regionalValuePercent: regionalValueOf(sheet, programme.cumulation) ?? null,
    rates: programme.rates.filter((rate) => holdsOn(date, rate)),
    withdrawn: withdrawnOn(programme, hs, date),
  };
}

const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function changeOf(programme: TradeProgramme, sheet: CostSheet): GraduationChange | undefined {
  const { forLdc, code } = programme;
  if (!forLdc) return undefined;
  const { transitionUntil } = forLdc;
  const from = transitionUntil === undefined ? LDC_GRADUATION.date : nextDay(transitionUntil);
  const before = originUnder(programme, sheet, LDC_GRADUATION.lastDay);
  const after = originUnder(programme, sheet, from);
  const hs = digitsOf(sheet.hs);
  const rule = hs === undefined ? undefined : ruleOn(programme, hs, from)?.rule;
  return {
    ...{ programme: code, before: before.origin, after: after.origin, from },
    transitionUntil: transitionUntil ?? null,
    afterRule: after.rule,
    why: after.why,
    localise: (rule && materialsToLocalise(rule, sheet, programme.cumulation)) ?? null,
  };
}

/**
 * What a cost sheet says of the origin of its good: under each programme on one day, what of the price stays in Cambodia,
 * and what changes when Cambodia leaves the least developed countries (2029-12-19).
 * @param date a local date: rules and rates are those of that day, as far as the reference data knows them
 */
export function originReport(sheet: CostSheet, date: string): OriginReport {
  const local = localValueOf(sheet);
  const changes = TRADE_PROGRAMMES.flatMap((programme) => changeOf(programme, sheet) ?? []);
  return {
    ...{ product: sheet.product, hs: sheet.hs ?? null, date },
    localValue: 'usd' in local ? local : null,
    localValueMissing: 'missing' in local ? local.missing : [],
    costsDiffer: 'differs' in local,
    programmes: TRADE_PROGRAMMES.map((programme) => originUnder(programme, sheet, date)),
    graduation: { date: LDC_GRADUATION.date, changes },
  };
}
