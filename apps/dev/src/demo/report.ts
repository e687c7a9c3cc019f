import { writeFile } from 'node:fs/promises';
import { blobsOf } from '../stack/services.js';
import type { Stack } from '../stack/stack.js';
import { membersOf } from './directory.js';
import { judgeInvariants, type Events, type Invariants } from './invariants.js';
import { readDigests, readFeedFaults, readLedger } from './ledger.js';
import { red } from './terminal.js';
import { outcomeOf } from './outcome-plan.js';
import type { Scene } from './scene.js';
import { countEvents, readEvents, type HistoryCounts } from './workflow-history.js';

/** What one case came to, and what it cost. */
export interface CaseReport extends HistoryCounts {
  readonly id: string;
  readonly supplier: string;
  readonly stage: string;
  readonly expected: string;
  readonly commands: number;
  readonly statements: number;
  readonly seconds: number;
}
export interface Report {
  readonly cases: readonly CaseReport[];
  readonly invariants: Invariants;
}

const namesIn = ({ parties, played }: Scene): readonly string[] => {
  const people = membersOf(parties).map(({ name }) => name);
  const applicants = played.flatMap(({ applicant: { profile, member } }) => [
    profile.name,
    member.name,
    ...(profile.owner ? [profile.owner] : []),
  ]);
  return [...new Set([...people, ...applicants, parties.mill.name, parties.brand.name])];
};

/** Count what was played, and judge every invariant over it. */
export async function makeReport(scene: Scene, stack: Stack): Promise<Report> {
  const { parties, temporal, played, answerEvents } = scene;
  const reader = parties.officer.api.uncounted();
  const histories = new Map<string, Events>();
  for (const { id } of played) histories.set(id, await readEvents(temporal, id));
  const ids = played.map(({ id }) => id);
  const rows = await readLedger(stack.databaseUrl, ids);
  const names = namesIn(scene);
  const invariants = await judgeInvariants({
    ...{ parties, temporal, rows, histories, names, answerEvents },
    documents: await readDigests(stack.databaseUrl),
    blobs: blobsOf(stack),
    readFeed: () => readFeedFaults(stack.databaseUrl, ids),
    complain: (line) => console.log(red(`  ${line}`)),
  });
  const cases: CaseReport[] = [];
  for (const { id, applicant, expected, seconds } of played) {
    const decided = rows.find((row) => row.id === id)?.statements ?? 0;
    cases.push({
      id,
      supplier: applicant.profile.name,
      stage: outcomeOf(await reader.case(id)),
      expected,
      commands: parties.costs.commands.get(id) ?? 0,
      ...countEvents(histories.get(id) ?? []),
      statements: (parties.costs.statements.get(id) ?? 0) + decided,
      seconds: Number(seconds.toFixed(3)),
    });
  }
  return { cases, invariants };
}

export const writeReport = (file: string, report: Report): Promise<void> =>
  writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
