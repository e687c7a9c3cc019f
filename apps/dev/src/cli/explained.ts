import type { QualificationView, ScoreView, WhatIfView } from '#client';
import { table } from '../demo/terminal.js';
import { day, deadline, duty, list, otherwise, place } from '../demo/wording.js';

/** What is known of a case that explains it. */
export interface Explanation {
  readonly qualification: QualificationView;
  readonly score: ScoreView;
  readonly whatIf: WhatIfView;
}

const by = (dueAt: string | undefined): string => (dueAt ? day(dueAt) : 'no date');

function balls({ ballHolders }: QualificationView): readonly string[] {
  if (ballHolders.length === 0) return ['', '  Nobody has to act.'];
  const rows = ballHolders.map(({ role, what, subject, dueAt, otherwise: else_ }) => [
    role,
    duty(what),
    subject,
    by(dueAt),
    otherwise(else_),
  ]);
  return ['', ...table(['who must act', 'on what', 'which', 'by', 'else'], rows)];
}

function clocks({ deadlines }: QualificationView): readonly string[] {
  if (deadlines.length === 0) return [];
  const soonest = [...deadlines].sort((one, other) => one.dueAt.localeCompare(other.dueAt));
  const rows = soonest.map(({ kind, subject, dueAt, steps }) => [
    deadline(kind),
    subject,
    day(dueAt),
    list(steps.map(({ at, step }) => `${step} ${day(at)}`)),
  ]);
  return ['', ...table(['what runs', 'which', 'ends', 'on the way'], rows)];
}

const inPoints = (points: number): string => points.toFixed(2);

function why({ current, breakdown }: ScoreView): readonly string[] {
  if (!current) return ['', '  There is no score yet, or none that you may read.'];
  const head = `  Score ${current.total}, grade ${current.grade}: ${current.outcome}`;
  if (!breakdown) return ['', head];
  const lost = breakdown.lost.map((item) => [item.itemId, item.value, inPoints(item.lost), item.reason]);
  return [
    ...['', head],
    ...breakdown.limits.map((limit) => `  held down by ${limit.replaceAll('-', ' ')}`),
    ...(lost.length > 0 ? table(['item', 'answer', 'points lost', 'why'], lost) : []),
  ];
}

function how({ paths: [path] }: WhatIfView): readonly string[] {
  if (!path) return [];
  if (!path.reachable) return ['', `  Grade ${path.grade} cannot be reached: ${list(path.blockedBy)}`];
  const rows = path.steps.map(({ itemId, points, days }) => [itemId, inPoints(points), days]);
  return [
    ...['', `  What would make it grade ${path.grade}, in ${path.days.inParallel} days:`],
    ...table(['correct', 'points', 'days'], rows),
  ];
}

/** A case explained to a person: where it stands, who must act, what runs, and why it scored as it did. */
export const explained = ({ qualification, score, whatIf }: Explanation): readonly string[] => [
  `  ${qualification.caseNumber}  ${qualification.supplier.name}: ${place(qualification)}`,
  ...balls(qualification),
  ...clocks(qualification),
  ...why(score),
  ...how(whatIf),
];
