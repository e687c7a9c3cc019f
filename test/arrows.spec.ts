import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { repositoryRoot } from '../apps/dev/src/stack/repository.js';

interface Case {
  readonly file: string;
  readonly from: string;
}
/** ESLint reads its configuration by itself, outside Jest's module world. */
function lint(cases: readonly (Case & { code: string })[]): readonly string[][] {
  const program = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint();
    const refused = async ({ file, code }) => {
      const [{ messages }] = await eslint.lintText(code, { filePath: file });
      return messages.filter((m) => m.ruleId?.endsWith('no-restricted-imports') || m.fatal).map((m) => m.message);
    };
    const results = [];
    for (const one of ${JSON.stringify(cases)}) results.push(await refused(one));
    console.log(JSON.stringify(results));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: repositoryRoot(),
    encoding: 'utf8',
  });
  return JSON.parse(output) as string[][];
}

const CLIENT = 'libs/client/src/made-up.ts';
const DOMAIN = 'libs/domain/src/made-up.ts';
const WORKFLOW = 'workflows/made-up.ts';
const CONTRACTS = 'libs/contracts/src/made-up.ts';
const EVIDENCE = 'libs/evidence/src/made-up.ts';
const PERSISTENCE = 'libs/persistence/src/made-up.ts';
const PLATFORM = 'libs/platform/src/made-up.ts';
const SCREENING = 'libs/screening/src/made-up.ts';
const WORDING = 'libs/wording/src/made-up.ts';
const API = 'apps/api/src/suppliers/made-up.ts';
const WORKER = 'apps/worker/src/made-up.ts';
const DEV = 'apps/dev/src/made-up.ts';

const forbidden: Readonly<Record<string, readonly string[]>> = {
  [DOMAIN]: [
    'node:fs',
    'fs',
    'zod',
    '#contracts',
    '#persistence',
    '#domain',
    '../../platform/src/index.js',
    'typeorm',
  ],
  [WORKFLOW]: [
    ...['typeorm', 'zod', 'pg', 'node:crypto', '#persistence', '#contracts', '#platform', '@nestjs/common'],
    ...[
      '@temporalio/client',
      '@temporalio/activity',
      '@temporalio/worker',
      '../libs/persistence/src/index.js',
    ],
    ...['../libs/domain/src/index.js', '../apps/worker/src/redelivery.js'],
  ],
  [CLIENT]: ['#contracts', '#domain/deadlines', '#platform', '../../contracts/src/index.js'],
  [CONTRACTS]: [
    '#client',
    '#persistence',
    '#platform',
    '#screening',
    '#workflows',
    '../../persistence/src/index.js',
  ],
  [EVIDENCE]: ['#persistence', '#contracts', '#platform', '#workflows', '../../persistence/src/index.js'],
  [PERSISTENCE]: [
    '#contracts',
    '#platform',
    '#workflows',
    '../../contracts/src/index.js',
    '../../../apps/api/src/main.js',
  ],
  [PLATFORM]: [
    '#persistence',
    '#contracts',
    '../../../workflows/messages.js',
    '../../../apps/dev/src/migrate.js',
  ],
  [WORDING]: ['#persistence', '#contracts', '#workflows', '../../persistence/src/index.js'],
  [SCREENING]: ['#persistence', '#contracts', '#platform', '#workflows'],
  [API]: [
    '#client',
    '../../../worker/src/redelivery.js',
    '../../../../libs/domain/src/index.js',
    '../../../../workflows/commit.js',
  ],
  [WORKER]: [
    '#client',
    '../../api/src/main.js',
    '../../dev/src/migrate.js',
    '../../../test/support/world.js',
  ],
};
const allowed: Readonly<Record<string, readonly string[]>> = {
  [DOMAIN]: ['./case-state.js', '../scheme.js'],
  [WORKFLOW]: ['./commit.js', '#domain', '@temporalio/workflow'],
  [CLIENT]: ['./generated/sdk.gen.js', './generated/client/index.js'],
  [CONTRACTS]: ['./paging.js', '#domain', 'zod'],
  [EVIDENCE]: ['./blob-store.js', '#domain', 'sharp', 'node:fs/promises'],
  [PERSISTENCE]: ['./database.js', '#domain', 'pg', 'typeorm', 'node:crypto'],
  [PLATFORM]: ['./config.js', '#domain', 'pino', '@temporalio/client', '@nestjs/common'],
  [WORDING]: ['./language.js', '../locales/en.po.js', '#domain', '@lingui/core'],
  [SCREENING]: ['./names.js', '#domain', 'saxes', 'node:fs/promises'],
  [API]: [
    './suppliers.service.js',
    '../auth/access.js',
    '#domain',
    '#contracts',
    '#persistence',
    '#platform',
    '#workflows',
  ],
  [DEV]: ['#client', '#contracts', 'commander'],
  [WORKER]: ['./health.js', '#screening', '#wording', '#workflows', '@temporalio/worker', 'node:url'],
};
const listed = (table: Readonly<Record<string, readonly string[]>>): readonly Case[] =>
  Object.entries(table).flatMap(([file, sources]) => sources.map((from) => ({ file, from })));

const FORMS: Readonly<Record<string, (from: string) => string>> = {
  'of a value': (from) => `import { it } from '${from}';\nexport const made = it;\n`,
  'of a type': (from) => `import type { It } from '${from}';\nexport type Made = It;\n`,
  'handed on': (from) => `export { it } from '${from}';\n`,
  'of everything handed on': (from) => `export * from '${from}';\n`,
  'for its effect': (from) => `import '${from}';\n`,
};

describe('the arrows between the layers', () => {
  it.each(Object.entries(FORMS))('refuse every import %s that points the wrong way', (_form, code) => {
    const cases = listed(forbidden);
    const refused = lint(cases.map((one) => ({ ...one, code: code(one.from) })));
    const through = cases.filter((_one, n) => refused[n]?.length === 0);
    expect(through).toEqual([]);
  });

  it('let every import through that points the right way', () => {
    const cases = listed(allowed);
    const refused = lint(cases.map((one) => ({ ...one, code: FORMS['of a type']?.(one.from) ?? '' })));
    const stopped = cases.filter((_one, n) => refused[n]?.length !== 0);
    expect(stopped).toEqual([]);
  });

  it('cannot be gone round by import() or require()', () => {
    const cases = [
      { file: DOMAIN, from: 'node:fs' },
      { file: WORKFLOW, from: 'typeorm' },
    ];
    const forms = [
      (from: string) => `export const made = import('${from}');\n`,
      (from: string) => `export const made = require('${from}') as unknown;\n`,
      (from: string) => `export type Made = import('${from}').It;\n`,
    ];
    const asked = cases.flatMap((one) => forms.map((form) => ({ ...one, code: form(one.from) })));
    const refused = lintAll(asked);
    expect(asked.filter((_one, n) => refused[n] === 0).map(({ code }) => code)).toEqual([]);
  });
});

/** How many errors of any rule. */
function lintAll(cases: readonly { file: string; code: string }[]): readonly number[] {
  const program = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint();
    const results = [];
    for (const { file, code } of ${JSON.stringify(cases)})
      results.push((await eslint.lintText(code, { filePath: file }))[0].errorCount);
    console.log(JSON.stringify(results));`;
  const options = { cwd: repositoryRoot(), encoding: 'utf8' } as const;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', program], options),
  ) as number[];
}
