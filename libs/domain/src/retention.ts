import type { CaseStateName } from './states.js';

/**
 * Whole years for which a case is kept after its end, with the people in it. Buyers who relied on it must be able to show
 * for five years what they did about their suppliers (Directive (EU) 2024/1760, article 5(4)). A case that its supplier
 * withdrew may have been relied on before, so it is no exception.
 */
export const RETENTION_YEARS = {
  EXPIRED: 5,
  REJECTED: 5,
  WITHDRAWN: 5,
  REVOKED: 5,
} as const satisfies Partial<Record<CaseStateName, number>>;

/** Cases that ended so are kept on whoever's request: what was forged or sanctioned must still be known (domain 2.2). */
export const HELD_FOR_CAUSE: readonly string[] = ['sanctions', 'forged-document', 'fraud', 'list-hit'];

export interface CaseToKeep {
  readonly at: CaseStateName;
  /** Whether it has come to its end, appeal window included. */
  readonly over: boolean;
  readonly closedReason?: string | undefined;
  /** When its end was recorded: an instant of real time, not of case time. */
  readonly endedAt: string;
}
/** Kept while it is open, for cause without an end, or `until` an instant. */
export type Retention =
  | { readonly kept: 'open' }
  | { readonly kept: 'for-cause' }
  | { readonly kept: 'until'; readonly until: string };

/** How long the law, a claim or the next buyer may want this case, with the people in it. */
export function retentionOf({ at, over, closedReason, endedAt }: CaseToKeep): Retention {
  const years = (RETENTION_YEARS as Partial<Record<CaseStateName, number>>)[at];
  if (!over || years === undefined) return { kept: 'open' };
  // Also when its supplier left in the midst of an appeal: no reason to leave is one of these.
  if (HELD_FOR_CAUSE.includes(closedReason ?? '')) return { kept: 'for-cause' };
  const end = new Date(endedAt);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return { kept: 'until', until: end.toISOString() };
}

/**
 * Whole days for which rows that have ended stay, by what they are: long enough to look into a complaint about them, no
 * longer than they are of use. The last migration that lists them for `forget_what_ended` says the same; a test compares.
 */
export const KEPT_DAYS = {
  tokens: 365,
  'office tasks': 365,
  'refused commands': 365,
  sessions: 30,
  'phone codes': 1,
  messages: 7,
  /** Run out without an answer: they hold a name and a contact. */
  'open invitations': 30,
  /** Accepted or revoked: they say who vouched for whom, and hold nothing else. */
  invitations: 365,
  attempts: 1,
  /** They end 30 days after the request. */
  answers: 0,
  /** Of uploads of which nothing ever arrived, counted from their first byte. */
  'links of uploads': 30,
  uploads: 30,
  /** What became of messages: neither text nor address. */
  'message deliveries': 90,
  'address codes': 1,
  'telegram links': 1,
  /** Counted from when they were read. */
  'read notifications': 90,
  /** That nobody read. */
  notifications: 365,
  /** Revoked, once none of their tokens is left. */
  'oauth clients': 365,
  /** As long as a repeat of one is known for what it is. */
  'inbound events': 365,
  /** Disabled, once none of their events is left. */
  'inbound sources': 365,
  /** That sign no more; as long as a repeat of their rotation is known for what it is. */
  'webhook secrets': 30,
  /** With what receivers answered. */
  'webhook attempts': 90,
  /** As long as the feed, from their end. */
  'webhook deliveries': 90,
  /** How long a receiver may be away and still miss nothing. */
  'feed entries': 90,
} as const;

/** Why somebody's data is erased: codes, so that a record of an erasure never says anything of the person. */
export const ERASURE_REASONS = [
  'asked-by-the-person',
  'no-longer-needed',
  'should-not-have-been-recorded',
] as const;
