import type { Invariants } from './invariants.js';
import type { CaseReport, Report } from './report.js';
import type { Scene } from './scene.js';
import { bold, green, heading, print, red, table } from './terminal.js';
import { count } from './wording.js';

const short = (text: string): string => (text.length > 34 ? `${text.slice(0, 33)}.` : text);

/** The middle of the values, or of the upper half and so on: `quantile(values, 0.95)`. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
}

function printCosts(cases: readonly CaseReport[]): void {
  heading('What each case cost');
  const rows = cases.map((c) => [
    short(c.supplier),
    c.commands,
    c.statements,
    c.historyEvents,
    c.workflowTasks,
    c.activities,
  ]);
  const head = [
    'supplier',
    'decisions asked',
    'SQL statements',
    'history events',
    'workflow tasks',
    'activities',
  ];
  print(table(head, rows));
}

function printInvariants(invariants: Invariants): void {
  heading('What must never happen, and how often it did');
  const line = ([name, violations]: [string, number]): string => {
    const text = `  ${String(violations).padStart(4)}  ${name}`;
    return violations === 0 ? text : red(`${text}  VIOLATED`);
  };
  print(Object.entries(invariants).map(line));
}

/** Every invariant is a check as well. */
export function expectInvariants({ expectations }: Scene, { invariants }: Report): void {
  for (const [name, violations] of Object.entries(invariants))
    expectations.expect(`no ${name}`, violations === 0, violations);
}

/** The end of the demo: costs, invariants, checks. */
export function printSummary(scene: Scene, report: Report, load: 'unloaded' | 'all at the same time'): void {
  const { expectations, parties } = scene;
  heading('Checks');
  print(expectations.lines());
  printInvariants(report.invariants);
  printCosts(report.cases);
  const median = quantile(parties.costs.decisions, 0.5).toFixed(0);
  const decisions = parties.costs.decisions.length;
  console.log(
    `\n  A decision is acknowledged after ${bold(`${median} ms`)} (median of ${decisions}, ${load}).`,
  );
}

/** The last line. */
export function printVerdict({ expectations }: Scene, seconds: number): void {
  const { failed } = expectations;
  const held = `All ${count(expectations.count, 'check')} held`;
  const verdict =
    failed === 0 ? green(held) : red(`${failed} of ${count(expectations.count, 'check')} FAILED`);
  console.log(`\n${bold(verdict)} (${seconds.toFixed(1)} s).`);
}
