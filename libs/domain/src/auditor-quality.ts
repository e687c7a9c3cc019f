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
  /** From the beginning of the audit on site to its submission, in hours. */
  readonly hours: number;
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

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};
/** An audit that took less than this share of what its items usually take was hurried. */
const HURRIED_SHARE = 0.5;

/**
 * Audits that were done in less than half of the time that peers need for as many items: the median of hours by item of
 * all other auditors. Nothing where fewer than five audits of others are there to compare with.
 */
export function hurriedAudits(audits: readonly AuditedCase[]): readonly AuditedCase[] {
  return audits.filter(({ auditorId, asked, hours }) => {
    const peers = audits.filter((audit) => audit.auditorId !== auditorId && audit.asked > 0);
    if (asked === 0 || peers.length < AUDITS_TO_JUDGE) return false;
    return hours / asked < HURRIED_SHARE * median(peers.map((audit) => audit.hours / audit.asked));
  });
}

/** One audit in twenty is looked at once more by an auditor of another firm. */
export const SHADOW_SHARE = 0.05;
/** Whether an audit is drawn for a shadow review. Anybody who has the seed draws the same again. */
export const isShadowed = (seed: string, qualificationId: string): boolean =>
  fractionOf(`${seed}/shadow/${qualificationId}`) < SHADOW_SHARE;
