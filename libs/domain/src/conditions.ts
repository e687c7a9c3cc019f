import { INPUT_CATEGORIES, type InputCategory } from './reference/input-categories.js';

/** Certified content that a supplier may claim of its goods. */
export const CONTENT_CLAIMS = ['recycled', 'organic', 'certified-forest', 'certified-leather'] as const;
export type ContentClaim = (typeof CONTENT_CLAIMS)[number];

/**
 * What conditions of a checklist ask of a site: numbers and codes of the application, frozen when it is handed in. What
 * the application does not say is absent.
 */
export interface SiteFacts {
  readonly workers?: number;
  readonly womenWorkers?: number;
  /** ISIC Rev.4 classes, four digits. */
  readonly isic?: readonly string[];
  /** Empty: no such claim is made. */
  readonly claims?: readonly ContentClaim[];
}

/** Holds when every part of it that is given holds. */
export interface Condition {
  readonly workersAtLeast?: number;
  readonly womenAtLeast?: number;
  /** Classes of ISIC Rev.4 or beginnings of them: `13` is the whole division. One of the site's is among them. */
  readonly isicWithin?: readonly string[];
  /** None of the site's classes is among them. */
  readonly isicOutside?: readonly string[];
  /** Goods go to one of these end markets. */
  readonly endMarkets?: readonly string[];
  readonly endMarketsWithout?: string;
  readonly claims?: readonly ContentClaim[];
}

export interface ConditionScope {
  readonly category: InputCategory;
  readonly endMarkets: readonly string[];
  readonly siteFacts?: SiteFacts | undefined;
}

/** A site that names no class of its own is taken for what its category usually is. */
const classesOf = ({ category, siteFacts }: ConditionScope): readonly string[] =>
  siteFacts?.isic?.length
    ? siteFacts.isic
    : (INPUT_CATEGORIES.find(({ code }) => code === category)?.isic ?? []);

/** Each part of a condition: true, false, or undefined where the application does not say. */
const PARTS: {
  readonly [K in keyof Required<Condition>]: (
    wanted: NonNullable<Condition[K]>,
    scope: ConditionScope,
  ) => boolean | undefined;
} = {
  workersAtLeast: (least, { siteFacts }) => atLeast(siteFacts?.workers, least),
  womenAtLeast: (least, { siteFacts }) => atLeast(siteFacts?.womenWorkers, least),
  isicWithin: (classes, scope) => within(classes, scope),
  isicOutside: (classes, scope) => !within(classes, scope),
  endMarkets: (markets, scope) => markets.some((market) => scope.endMarkets.includes(market)),
  endMarketsWithout: (market, scope) => !scope.endMarkets.includes(market),
  claims: (claims, { siteFacts }) =>
    siteFacts?.claims && claims.some((claim) => siteFacts.claims?.includes(claim)),
};

const atLeast = (value: number | undefined, least: number): boolean | undefined =>
  value === undefined ? undefined : value >= least;
const within = (classes: readonly string[], scope: ConditionScope): boolean =>
  classesOf(scope).some((own) => classes.some((start) => own.startsWith(start)));

/**
 * Whether a condition holds for a site.
 * @param unknown what to take for true or false where the application does not say
 */
export const holds = (condition: Condition, scope: ConditionScope, unknown: boolean): boolean =>
  (Object.keys(condition) as (keyof Condition)[]).every((part) => {
    const judge = PARTS[part] as (wanted: unknown, scope: ConditionScope) => boolean | undefined;
    return condition[part] === undefined || (judge(condition[part], scope) ?? unknown);
  });

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const list = <T>(value: unknown): readonly T[] | undefined =>
  Array.isArray(value) ? (value as T[]) : undefined;

/** What an application says that conditions ask for. */
export function siteFactsOf(application: Readonly<Record<string, unknown>>): SiteFacts {
  const profile = (application['profile'] ?? {}) as Readonly<Record<string, unknown>>;
  const [workers, womenWorkers] = [number(profile['workers']), number(profile['womenWorkers'])];
  const [isic, claims] = [list<string>(profile['isic']), list<ContentClaim>(profile['claims'])];
  return {
    ...(workers !== undefined && { workers }),
    ...(womenWorkers !== undefined && { womenWorkers }),
    ...(isic && { isic }),
    ...(claims && { claims }),
  };
}
