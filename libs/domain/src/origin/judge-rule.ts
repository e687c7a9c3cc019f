import { because, type Explanation } from '../compliance-rules/result.js';
import { digitsOf, HOME, micro, type CostMaterial, type CostSheet } from './cost-sheet.js';
import type { Origin, OriginRule, StartsFrom } from './origin-rule.js';
import { isFabric, isMadeUp, isYarn } from './textile-stages.js';

/** Whose materials count as one's own, when they come with a proof of origin. */
export type Cumulation =
  { readonly kind: 'zone'; readonly countries: readonly string[] } | { readonly kind: 'not-loaded' };

export interface RuleJudgement {
  readonly origin: Origin;
  readonly why: readonly Explanation[];
  /** Paths into the cost sheet: what would have to be known. */
  readonly missing: readonly string[];
}
interface Judged {
  readonly material: CostMaterial;
  readonly path: string;
  readonly originating: Origin;
}
interface Case {
  readonly sheet: CostSheet;
  readonly materials: readonly Judged[];
}

const ORDER: readonly Origin[] = ['no', 'unknown', 'yes'];
const least = (all: readonly Origin[]): Origin => ORDER.find((one) => all.includes(one)) ?? 'yes';
const most = (all: readonly Origin[]): Origin => ORDER.findLast((one) => all.includes(one)) ?? 'no';
const judgement = (origin: Origin, why: readonly Explanation[], missing: readonly string[] = []) => ({
  ...{ origin, why, missing },
});

/** Whether a material counts as originating under a programme; from a country of its zone it needs a proof. */
export function originatingOf(
  { country, originating }: CostMaterial,
  cumulation: Cumulation | undefined,
): Origin {
  if (originating === false) return 'no';
  if (country === undefined) return 'unknown';
  if (country === HOME) return 'yes';
  if (!cumulation) return 'no';
  if (cumulation.kind === 'not-loaded') return originating ? 'unknown' : 'no';
  return cumulation.countries.includes(country) ? (originating ? 'yes' : 'unknown') : 'no';
}

/** Non-originating value in millionths of a dollar: the least and the most that it can be. */
function nonOriginating(materials: readonly Judged[]): { readonly least: number; readonly most: number } {
  const sum = (some: readonly Judged[]): number =>
    some.reduce((total, { material }) => total + micro(material.valueUsd ?? 0), 0);
  return {
    least: sum(materials.filter(({ originating }) => originating === 'no')),
    most: sum(materials.filter(({ originating }) => originating !== 'yes')),
  };
}
const priceGaps = ({ sheet, materials }: Case): readonly string[] => [
  ...(sheet.fobUsd === undefined ? ['fobUsd'] : []),
  ...materials.flatMap(({ material, path, originating }) =>
    originating !== 'yes' && material.valueUsd === undefined ? [`${path}/valueUsd`] : [],
  ),
];
const unproven = (materials: readonly Judged[]): readonly string[] =>
  materials.flatMap(({ material, path, originating }) =>
    originating === 'unknown'
      ? [`${path}/${material.country === undefined ? 'country' : 'originating'}`]
      : [],
  );

/** The share of non-originating value, as bounds in hundredths of a percent are compared: without division. */
function judgeShare(given: Case, maxPercent: number, why: (percent: number) => Explanation): RuleJudgement {
  const gaps = priceGaps(given);
  if (gaps.length > 0) return judgement('unknown', [], [...gaps, ...unproven(given.materials)]);
  const fob = micro(given.sheet.fobUsd ?? 0);
  const value = nonOriginating(given.materials);
  const within = (one: number): boolean => one * 100 <= maxPercent * fob;
  const told = [why((value.most * 100) / fob)];
  if (within(value.most)) return judgement('yes', told);
  if (!within(value.least)) return judgement('no', told);
  return judgement('unknown', told, unproven(given.materials));
}
const floor2 = (percent: number): number => Math.floor(percent * 100 + 1e-6) / 100;
const ceil2 = (percent: number): number => Math.ceil(percent * 100 - 1e-6) / 100;

const DIGITS = { CC: 2, CTH: 4, CTSH: 6 } as const;
function judgeChange(given: Case, rule: OriginRule & { form: 'CC' | 'CTH' | 'CTSH' }): RuleJudgement {
  const length = DIGITS[rule.form];
  const good = digitsOf(given.sheet.hs);
  if (good === undefined || good.length < length) return judgement('unknown', [], ['hs']);
  const open = given.materials.filter(({ originating }) => originating !== 'yes');
  const unread = open.filter(({ material }) => (digitsOf(material.hs)?.length ?? 0) < length);
  const same = open.filter(
    ({ material }) => digitsOf(material.hs)?.slice(0, length) === good.slice(0, length),
  );
  const why = same.map(({ material }) =>
    because('hs-does-not-change', { material: material.material, rule: rule.form }),
  );
  const missing = [...unread.map(({ path }) => `${path}/hs`), ...unproven(same)];
  if (same.length > 0 && rule.tolerancePercent !== undefined) {
    const share = judgeShare({ ...given, materials: same }, rule.tolerancePercent, (percent) =>
      because('within-tolerance', { percent: ceil2(percent), allowedPercent: rule.tolerancePercent ?? 0 }),
    );
    if (share.origin === 'yes' && unread.length === 0) return share;
    if (share.origin !== 'no') return judgement('unknown', why, [...missing, ...share.missing]);
  }
  if (same.some(({ originating }) => originating === 'no')) return judgement('no', why);
  return missing.length > 0 ? judgement('unknown', why, missing) : judgement('yes', []);
}

/** Whether a material comes from a later stage than the working may begin with. */
const TOO_LATE: Readonly<Record<StartsFrom, (hs: string) => boolean>> = {
  fabric: isMadeUp,
  yarn: (hs) => isMadeUp(hs) || isFabric(hs),
  fibre: (hs) => isMadeUp(hs) || isFabric(hs) || isYarn(hs),
};
const FABRIC_MAKING: readonly string[] = ['weaving', 'knitting'];

function judgeProcess(given: Case, rule: OriginRule & { form: 'process' }): RuleJudgement {
  const { sheet, materials } = given;
  const open = materials.filter(({ originating }) => originating !== 'yes');
  const unread = open.filter(({ material }) => material.hs === undefined);
  const late = open.filter(({ material }) => TOO_LATE[rule.from](digitsOf(material.hs) ?? ''));
  // Who buys fabric that was made in Cambodia has its making done in Cambodia.
  const ownFabric = materials.some(
    ({ material, originating }) => originating === 'yes' && isFabric(digitsOf(material.hs) ?? ''),
  );
  const done = (process: string): boolean =>
    (sheet.processes ?? []).some((one) => one === process) || (ownFabric && FABRIC_MAKING.includes(process));
  const undone = rule.done.filter((group) => !group.some(done));
  const why = [
    ...late.map(({ material }) =>
      because('material-too-far-made', { material: material.material, from: rule.from }),
    ),
    ...undone.map((group) => because('process-not-done', { process: group.join('|') })),
  ];
  const missing = [
    ...(undone.length > 0 && !sheet.processes ? ['processes'] : []),
    ...unread.map(({ path }) => `${path}/hs`),
    ...unproven(late),
  ];
  const refuted =
    (undone.length > 0 && sheet.processes) || late.some(({ originating }) => originating === 'no');
  if (refuted) return judgement('no', why);
  return missing.length > 0 ? judgement('unknown', why, missing) : judgement('yes', why);
}

function judgeWholly({ materials }: Case): RuleJudgement {
  const foreign = materials.filter(({ originating }) => originating !== 'yes');
  const why = foreign.map(({ material }) =>
    because('material-not-originating', { material: material.material }),
  );
  return judgement(least(materials.map(({ originating }) => originating)), why, unproven(foreign));
}

function judge(rule: OriginRule, given: Case): RuleJudgement {
  switch (rule.form) {
    case 'WO':
      return judgeWholly(given);
    case 'CC':
    case 'CTH':
    case 'CTSH':
      return judgeChange(given, { ...rule, form: rule.form });
    case 'RVC':
      return judgeShare(given, 100 - rule.minPercent, (percent) =>
        because('regional-value', { percent: floor2(100 - percent), neededPercent: rule.minPercent }),
      );
    case 'max-non-originating':
      return judgeShare(given, rule.percent, (percent) =>
        because('non-originating-value', { percent: ceil2(percent), allowedPercent: rule.percent }),
      );
    case 'process':
      return judgeProcess(given, rule);
    case 'not-loaded':
      return judgement('unknown', [because('rule-not-loaded', { why: rule.why })]);
    case 'any-of':
    case 'all-of': {
      const all = rule.rules.map((one) => judge(one, given));
      const origins = all.map(({ origin }) => origin);
      const origin = rule.form === 'any-of' ? most(origins) : least(origins);
      const telling = all.filter((one) => one.origin === origin);
      return judgement(
        origin,
        telling.flatMap(({ why }) => why),
        telling.flatMap(({ missing }) => missing),
      );
    }
  }
}

/** Hold a cost sheet against a rule of origin. What is not known makes `unknown`, never `yes`. */
export function judgeRule(rule: OriginRule, sheet: CostSheet, cumulation?: Cumulation): RuleJudgement {
  if (!sheet.materials?.length && rule.form !== 'not-loaded') return judgement('unknown', [], ['materials']);
  const materials = (sheet.materials ?? []).map((material, at) => ({
    material,
    path: `materials/${at}`,
    originating: originatingOf(material, cumulation),
  }));
  const result = judge(rule, { sheet, materials });
  return { ...result, missing: [...new Set(result.missing)] };
}

/**
 * Regional value content by build-down, in percent rounded down to hundredths; what is not known to originate counts as
 * non-originating. Undefined when a price is missing.
 */
export function regionalValueOf(sheet: CostSheet, cumulation?: Cumulation): number | undefined {
  if (!sheet.materials?.length) return undefined;
  const { why } = judgeRule({ form: 'RVC', minPercent: 0 }, sheet, cumulation);
  const percent = why[0]?.params['percent'];
  return typeof percent === 'number' ? percent : undefined;
}
