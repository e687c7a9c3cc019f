import { realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACROSS_ORGANISATIONS, AUTHORISATION, COMMAND_AUTHORISATION, type OperationRule } from '#domain';

const list = (words: readonly string[]): string => words.join(', ') || '–';
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const operation = ([id, rule]: [string, OperationRule]): string => {
  const others = rule.sees.filter((relation) => !rule.may.includes(relation));
  return row(`\`${id}\``, rule.object, list(rule.may), list(others), rule.scope);
};

/** The authorisation table as a page. `node dist/test/support/authorisation-page.js` writes it anew; format it then. */
export const authorisationPage = (): string =>
  [
    '# Who may do what',
    '',
    'Made from the authorisation table in `libs/domain/src/authorisation/`; a test compares the two. Who is neither among',
    'those who may nor among those who may know is answered 404; who may know and not do it, 403. PostgreSQL enforces the',
    'rows again (`libs/persistence/src/migrations/1763910000000-protect-rows.ts`).',
    '',
    '## Operations',
    '',
    row('operation', 'about', 'may', 'may know', 'scope'),
    row('---', '---', '---', '---', '---'),
    ...Object.entries(AUTHORISATION).map(operation),
    '',
    '## Commands',
    '',
    '`askCommand` is open to every party of a case; each command has its own roles.',
    '',
    row('command', 'roles', 'officer for the supplier, marked for ever'),
    row('---', '---', '---'),
    ...COMMAND_AUTHORISATION.map(({ command, by, onBehalf }) =>
      row(`\`${command}\``, list(by), onBehalf ? 'yes' : '–'),
    ),
    '',
    '## Functions that look across organisations',
    '',
    'They give ids and verdicts, never a row.',
    '',
    row('function', 'what it tells'),
    row('---', '---'),
    ...Object.entries(ACROSS_ORGANISATIONS).map(([name, what]) => row(`\`${name}\``, what)),
    '',
  ].join('\n');

/** Where the page is, from the root of the repository. */
export const PAGE = 'libs/domain/AUTHORISATION.md';

const calledAs = process.argv[1];
if (calledAs && realpathSync(calledAs) === import.meta.filename)
  writeFileSync(join(process.cwd(), PAGE), authorisationPage());
