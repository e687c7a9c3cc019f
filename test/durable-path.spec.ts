import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASE_STATES, CHECK_KINDS, DEADLINE_KINDS, LATER_DEADLINE_KINDS } from '#domain';
import { repositoryRoot } from '../apps/dev/src/stack/repository.js';

const root = repositoryRoot();
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const section =
  read('README.md')
    .split('\n## ')
    .find((text) => text.startsWith('One durable path')) ?? '';
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:-+|transition|check|timer) /.test(line))
  .map(
    (line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()) as [string, string],
  );
interface Transition {
  readonly from: string;
  readonly event: string;
  readonly to: string;
}
const machine = JSON.parse(read('libs/domain/fixtures/state-machine.json')) as {
  readonly transitions: readonly Transition[];
};
const named = ({ from, event, to }: Transition): string =>
  `${from.replaceAll('|', ' / ')} \`${event}\` ${to.replace('<origin>', 'origin')}`;

describe('the table of the one durable path', () => {
  const firsts = rows.map(([what]) => what);

  it('has every transition of the state machine, every check and every timer, once each', () => {
    const checks = CHECK_KINDS.map((kind, i) => `${i + 1} \`${kind}\``);
    const timers = [...DEADLINE_KINDS, ...LATER_DEADLINE_KINDS, 'safeguarding', 'cooling-off'].map(
      (kind) => `\`${kind}\``,
    );
    const wanted = [...machine.transitions.map(named), ...checks, ...timers];
    expect([...firsts].sort()).toEqual([...wanted].sort());
    for (const state of CASE_STATES) expect(firsts.some((what) => what.includes(state))).toBe(true);
  });

  it('names tests that are there', () => {
    const files = rows.flatMap(([, tests]) =>
      [...tests.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? ''),
    );
    expect(files.length).toBeGreaterThanOrEqual(rows.length);
    expect(files.filter((file) => !file.endsWith('.spec.ts') || !existsSync(join(root, file)))).toEqual([]);
  });
});
