import { APPROVED } from '../approval-status.js';
import { addMonths, endOfLocalDay, localDate } from '../calendar.js';
import type { Decision } from '../decision.js';
import type { Deadline } from '../deadlines.js';
import { paperOf } from '../facts.js';
import { deliveriesPaper } from '../papers.js';
import { monthlyScore, monthOf, type DeliveryRecord, type MonthlyScore } from '../scorecard.js';
import { YEARS_AFTER } from '../states.js';
import { setApproval } from './approvals.js';

/** A year of months is kept in the state; the journal has them all. */
const MONTHS_KEPT = 12;

const endOfMonth = (instant: string): string => {
  const first = `${localDate(addMonths(instant, 1)).slice(0, 7)}-01`;
  return new Date(Date.parse(endOfLocalDay(first)) - 86_400_000).toISOString();
};

/** From its approval on, a buyer judges every month. */
export const startScorecard = (d: Decision, buyerId: string, from = d.now): void =>
  d.start('scorecard', buyerId, { from, dueAt: endOfMonth(from) });

const lowTwice = (scores: readonly MonthlyScore[]): boolean =>
  scores.length >= 2 && scores.slice(-2).every(({ band }) => band === 'review');

/**
 * The month is over and its deliveries are written down: score it. Below 55 the office looks at it; two such months in a
 * row make this buyer's approval conditional (domain paper 6). The shared qualification is not touched: one buyer's
 * judgement is not the programme's (domain paper 0.2).
 */
export function closeMonth(d: Decision, { subject: buyerId, dueAt }: Deadline): void {
  if (!APPROVED.includes(d.state.approvals[buyerId]?.phase ?? 'ended') || !YEARS_AFTER.includes(d.state.at))
    return;
  const deliveries = Object.values(paperOf(d.facts, deliveriesPaper(buyerId))) as DeliveryRecord[];
  const score = monthlyScore(monthOf(dueAt), deliveries, d.state);
  if (score) takeScore(d, buyerId, score);
  startScorecard(d, buyerId, new Date(Date.parse(dueAt) + 1).toISOString());
}

function takeScore(d: Decision, buyerId: string, score: MonthlyScore): void {
  const scores = [...(d.state.scorecards?.[buyerId] ?? []), score].slice(-MONTHS_KEPT);
  d.change({ scorecards: { ...d.state.scorecards, [buyerId]: scores } });
  const { month, deliveries, band } = score;
  d.tell('scorecard-closed', { buyerId, month, deliveries, score: score.score, ...(band && { band }) });
  if (band !== 'review') return;
  d.raise('scorecard-low', buyerId);
  if (!lowTwice(scores) || d.state.approvals[buyerId]?.phase !== 'approved') return;
  setApproval(d, buyerId, { phase: 'approved-conditionally' });
  d.tell('approval-made-conditional', { buyerId, reason: 'scorecard' });
}
