import { quantile } from '../demo/summary.js';
import { heading, print, table } from '../demo/terminal.js';
import type { AnswerTimes } from './answers.js';
import type { CommandCost, CommitCost } from './commands.js';
import type { Throughput } from './measure.js';
import type { PageLoad } from './slow-line.js';

const ms = (n: number): string => `${n.toFixed(n < 10 ? 2 : 0)} ms`;
const times = (n: number): string => `${n.toFixed(1)} x`;

export function printAnswers({ select1, inDatabase, overHttp }: AnswerTimes): void {
  heading('A fact: one answer of the checklist (medians, one connection)');
  const row = (what: string, n: number): string[] => [
    what,
    ms(n).padStart(8),
    times(n / select1).padStart(8),
  ];
  const rows = [
    row('select 1', select1),
    row('an answer through the same pool, on disk', inDatabase),
    row('an answer over HTTP (PUT)', overHttp),
  ];
  print(table(['', '    time', 'select 1'], rows));
}

export function printDecisions(decisions: readonly number[], { select1 }: AnswerTimes): void {
  heading('A decision, from asking to its acknowledgement (nothing else going on)');
  const [median, p95] = [quantile(decisions, 0.5), quantile(decisions, 0.95)];
  print([
    `  median ${ms(median)} (${times(median / select1)} select 1), 95 % within ${ms(p95)}; ${decisions.length} decisions`,
  ]);
}

export function printThroughput({ cases, decisions, answers, seconds }: Throughput): void {
  heading(`${cases} whole cases at the same time`);
  const rate = (n: number, digits = 0): string => (n / seconds).toFixed(digits);
  print([
    `  ${rate(cases, 2)} cases/s, ${rate(decisions)} decisions/s beside ${rate(answers)} answers/s (${seconds.toFixed(1)} s)`,
  ]);
}

/** By kind: the usual (median) cost, and how often it was measured. */
export function printCommands(asked: readonly CommandCost[], commits: readonly CommitCost[]): void {
  heading('What each kind of decision costs (medians; with the checks and timers it sets off)');
  const types = [...new Set(asked.map(({ type }) => type))];
  const rows = types.map((type) => {
    const mine = asked.filter((cost) => cost.type === type);
    const commit = commits.find((cost) => cost.type === type)?.statements ?? 0;
    const statements = quantile(
      mine.map((cost) => cost.statements),
      0.5,
    );
    const events = quantile(
      mine.map((cost) => cost.historyEvents),
      0.5,
    );
    return [type, mine.length, statements, commit, events];
  });
  print(table(['command', 'times', 'SQL in the API', 'SQL in the commit', 'history events'], rows));
}

/** Seconds until each page can be used, and how many times those of this machine's own line. */
export function printPageLoads(loads: readonly PageLoad[]): void {
  heading('First screens on a line of 400 kbit/s and 400 ms (a new browser; then once more)');
  const rows = loads.map(({ page, own, poor, again, bytes }) => [
    page,
    `${(bytes / 1000).toFixed(0)} kB`,
    `${own.toFixed(1)} s`,
    `${poor.toFixed(1)} s (${times(poor / own)})`,
    `${again.toFixed(1)} s`,
  ]);
  print(table(['page', 'over the line', 'own line', 'poor line', 'again'], rows));
}
