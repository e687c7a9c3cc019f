import { listedPerson } from './listed-person.js';
import { outcomeOf, planFor } from './outcome-plan.js';
import { playSupplier } from './play-plan.js';
import type { PlayedCase, Scene } from './scene.js';
import { tellWithoutTime } from './story.js';
import type { ListedSupplier } from './supplier-file.js';
import { green, heading, print, red, table } from './terminal.js';
import { count } from './wording.js';

interface Line {
  readonly played?: PlayedCase | undefined;
  readonly failure?: string | undefined;
  readonly supplier: string;
  readonly title: string;
  readonly expected: string;
  readonly found: string;
  readonly seconds: number;
}

async function playOne(scene: Scene, listed: ListedSupplier, index: number, owner: string): Promise<Line> {
  const planned = planFor(index);
  const listedOwner = planned.route === 'hold' ? owner : undefined;
  const { played, failure } = await playSupplier(scene, listed, planned, listedOwner);
  const { parties } = scene;
  const reader = parties.officer.api.uncounted();
  const found = played ? outcomeOf(await reader.case(played.id)) : 'never opened';
  const { title, expected } = planned;
  return { played, failure, supplier: listed.name, title, expected, found, seconds: played?.seconds ?? 0 };
}

const short = (text: string): string => (text.length > 34 ? `${text.slice(0, 33)}.` : text);

/** Take all suppliers of a file through at the same time, each to its planned outcome, and compare. */
export async function playFile(scene: Scene, suppliers: readonly ListedSupplier[]): Promise<void> {
  heading(`${count(suppliers.length, 'supplier')} at the same time, each by the outcome plan`);
  const owner = await listedPerson();
  const since = performance.now();
  const lines = await Promise.all(suppliers.map((listed, i) => playOne(scene, listed, i, owner)));
  for (const { supplier, title, expected, found, failure } of lines)
    scene.expectations.expect(`${supplier}: ${title}`, !failure && found === expected, failure ?? found);
  scene.played.push(...lines.flatMap(({ played }) => played ?? [])); // in the order of the file
  const byPhone = lines.filter(({ played }) => played?.applicant.member.phone !== undefined).length;
  tellWithoutTime(count(byPhone, 'supplier'), 'invited by a message, signed in with its code');
  const rows = lines.map(({ supplier, title, expected, found, seconds }) => [
    short(supplier),
    title,
    found,
    found === expected ? 'as planned' : `NOT AS PLANNED: ${expected}`,
    Number(seconds.toFixed(1)),
  ]);
  const seconds = (performance.now() - since) / 1000;
  const colour = (line: string): string => (line.includes('NOT AS PLANNED') ? red(line) : line);
  print(table(['supplier', 'plan', 'outcome', '', 'seconds'], rows).map(colour));
  const right = lines.filter(({ expected, found }) => expected === found).length;
  const paint = right === lines.length ? green : red;
  const rate = (lines.length / seconds).toFixed(2);
  console.log(
    paint(`\n  ${right} of ${lines.length} as planned`) + `, ${seconds.toFixed(1)} s, ${rate} cases a second`,
  );
}
