import type { InputCategory } from './reference/input-categories.js';
import { wilson95 } from './otif.js';
import { fractionOf } from './surveillance-draw.js';

/** One submitted audit, as far as the quality of auditors is judged by it. */
export interface AuditedCase {
  readonly qualificationId: string;
  readonly auditorId: string;
  readonly firmId: string;
  readonly category: InputCategory;
  /** Items that the auditor answered. */
  readonly asked: number;
  readonly findings: number;
  /** From the beginning of the audit on site to its submission; null where the journal does not say. */
  readonly hours: number | null;
  /** Between the first and the last photo that an answer shows; null with less than two. */
  readonly photoHours: number | null;
  /** Head-count of the site by its application. */
  readonly workers: number | null;
}

/** An auditor is compared with others from so many audits on: fewer say nothing. */
export const AUDITS_TO_JUDGE = 5;
export type FindingRate = 'too-few' | 'no-peers' | 'as-peers' | 'fewer-than-peers' | 'more-than-peers';
export interface AuditorRate {
  readonly auditorId: string;
  readonly audits: number;
  readonly asked: number;
  readonly findings: number;
  /** Findings by item asked, 0 to 1, with its 95 % interval by Wilson. */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** What peers would have found in the same categories; absent where there are none. */
  readonly peers?: number;
  readonly verdict: FindingRate;
}

const sum = (audits: readonly AuditedCase[], of: 'asked' | 'findings'): number =>
  audits.reduce((total, audit) => total + audit[of], 0);

/** The rate of all other auditors, weighted as this auditor's items are spread over the categories. */
function rateOfPeers(own: readonly AuditedCase[], others: readonly AuditedCase[]): number | undefined {
  let [asked, expected] = [0, 0];
  for (const { category, asked: items } of own) {
    const peers = others.filter((audit) => audit.category === category);
    const peersAsked = sum(peers, 'asked');
    if (peersAsked === 0) continue;
    asked += items;
    expected += (items * sum(peers, 'findings')) / peersAsked;
  }
  return asked === 0 ? undefined : expected / asked;
}

function verdictOf(
  audits: number,
  peers: number | undefined,
  { low, high }: Pick<AuditorRate, 'low' | 'high'>,
): FindingRate {
  if (audits < AUDITS_TO_JUDGE) return 'too-few';
  if (peers === undefined) return 'no-peers';
  if (high < peers) return 'fewer-than-peers';
  return low > peers ? 'more-than-peers' : 'as-peers';
}

/**
 * Auditors who find much less, or much more, than their peers did in the same categories (domain 1, capability 10): the
 * rate of the peers lies outside the auditor's own 95 % interval. A reason to look closer, never a judgement. An item has
 * one finding at most. In the order of the auditors' ids.
 */
export function findingRates(audits: readonly AuditedCase[]): readonly AuditorRate[] {
  const auditors = [...new Set(audits.map(({ auditorId }) => auditorId))].sort();
  return auditors.flatMap((auditorId) => {
    const own = audits.filter((audit) => audit.auditorId === auditorId && audit.asked > 0);
    const others = audits.filter((audit) => audit.auditorId !== auditorId);
    const [asked, findings] = [sum(own, 'asked'), sum(own, 'findings')];
    if (asked === 0) return [];
    const interval = wilson95(findings, asked);
    const peers = rateOfPeers(own, others);
    return {
      ...{ auditorId, audits: own.length, asked, findings, rate: findings / asked, ...interval },
      ...(peers !== undefined && { peers }),
      verdict: verdictOf(own.length, peers, interval),
    };
  });
}

/** Hours of a working day on site. */
const DAY_HOURS = 8;
/** Least effort of an audit by head-count, in person-days (domain 3.1, audit effort of the core profile). */
const LEAST_DAYS = [
  { below: 25, days: 0.5 },
  { below: 101, days: 1 },
  { below: Infinity, days: 2 },
] as const;

/** The fewest hours that an audit of a site with so many workers takes. */
export const leastHours = (workers: number): number =>
  (LEAST_DAYS.find(({ below }) => workers < below)?.days ?? 0) * DAY_HOURS;

/** Whether an audit took less time than a site with so many workers asks for; unknown workers flag nobody. */
export const isHurried = ({ hours, workers }: Pick<AuditedCase, 'hours' | 'workers'>): boolean =>
  hours !== null && workers !== null && hours < leastHours(workers);

/** One audit in twenty is looked at once more by an auditor of another firm. */
export const SHADOW_SHARE = 0.05;
/** Whether an audit is drawn for a shadow review. Anybody who has the seed draws the same again. */
export const isShadowed = (seed: string, qualificationId: string): boolean =>
  fractionOf(`${seed}/shadow/${qualificationId}`) < SHADOW_SHARE;
