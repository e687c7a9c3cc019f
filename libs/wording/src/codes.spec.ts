import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  ASSIGNMENT_WARNINGS,
  CASE_ROLES,
  CHECK_KINDS,
  DEADLINE_KINDS,
  EVENT_TYPES,
  FIGURE_IDS,
  INFORMATION_QUESTION_CODES,
  LATER_DEADLINE_KINDS,
  OFFICE_TASKS,
  REFUSAL_CODES,
  STUCK_REASONS,
  TIE_KINDS,
} from '#domain';
import { textIds } from './catalogue.js';
import { LANGUAGES } from './language.js';
import { NOTICE_KINDS } from './notices/notice.js';
import { refusalText } from './refusal-text.js';

const ROOT = join(import.meta.dirname, '../../..');
const code = (...folders: readonly string[]): string =>
  folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !/\.(?:spec|fixture)\.ts$/.test(name))
        .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
    )
    .join('\n');
const DOMAIN = code('libs/domain/src');
const SOURCES = [
  DOMAIN,
  code('libs/wording/src', 'libs/contracts/src', 'libs/persistence/src', 'apps/api/src', 'apps/worker/src'),
].join('\n');
const HOLDERS = readFileSync(join(ROOT, 'libs/domain/src/ball-holders.ts'), 'utf8');

const under = (prefix: string): readonly string[] =>
  textIds('en')
    .filter((id) => id.startsWith(`${prefix}.`))
    .map((id) => id.slice(prefix.length + 1));
const found = (source: string, ...patterns: readonly RegExp[]): readonly string[] =>
  patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, one]) => one ?? ''));
const sorted = (codes: readonly string[]): readonly string[] => [...new Set(codes)].sort();

/** What the table of duties may ask of somebody, and what it says happens otherwise. */
const DUTIES = found(
  HOLDERS,
  /(?:office|auditor)\('([a-z-]+)'/g,
  /supplier\('([a-z-]+)'/g,
  /buyer\('[a-z-]+', '([a-z-]+)'/g,
  /what: '([a-z-]+)'/g,
  /^ +[?:] '((?:confirm|resolve)-[a-z-]+)'/gm,
);
const OTHERWISE = found(
  HOLDERS,
  /otherwise: '([a-z-]+)'/g,
  /supplier\('[a-z-]+', '([a-z-]+)'/g,
  /correction\('([a-z-]+)'/g,
  /subject === 'suspension' \? '([a-z-]+)'/g,
  /\? '[a-z-]+' : '(proposal-[a-z-]+)'/g,
);
const SECOND_OFFICER = ['confirm-suspension', 'confirm-reinstatement', 'confirm-revocation'];
const MATTERS = found(DOMAIN, /\.raise\('([a-z-]+)'/g);
/** Of what could not be told to the world or to somebody. */
const UNTOLD = ['address-bounced', 'event-parked', 'invitation-bounced'];
/** Tasks of the office that no rule of a case gives. */
const TASKS = [
  ...found(
    SOURCES,
    /openOfficeTask\(\s*[\w.]+,\s*\w+\(\),\s*'([a-z-]+)'/g,
    /open_office_task\([\w.()]+, '([a-z-]+)'/g,
    /insert into office_task \(id, kind, subject\)\s*select [\w.()]+, '([a-z-]+)'/g,
  ),
  ...UNTOLD,
];

describe('every code has words', () => {
  it('for what happens to a case', () => {
    expect(under('events')).toEqual(
      sorted(EVENT_TYPES.flatMap((type) => [`${type}.subject`, `${type}.text`])),
    );
  });

  it('for what somebody must do, and what happens otherwise', () => {
    expect(DUTIES.length).toBeGreaterThan(45);
    expect(under('duties.do')).toEqual(sorted([...DUTIES, ...SECOND_OFFICER, ...MATTERS, ...TASKS]));
    expect(under('duties.otherwise')).toEqual(sorted(OTHERWISE));
    expect(sorted(TASKS)).toEqual(sorted(Object.keys(OFFICE_TASKS)));
  });

  it('for deadlines, checks, roles and refusals', () => {
    const kinds = [...DEADLINE_KINDS, ...LATER_DEADLINE_KINDS, 'safeguarding', 'cooling-off'];
    expect(under('deadlines')).toEqual(sorted(kinds));
    expect(under('names.check')).toEqual(sorted(CHECK_KINDS));
    expect(under('names.role')).toEqual(sorted([...CASE_ROLES, 'system']));
    expect(under('hints')).toEqual(
      sorted([...ASSIGNMENT_WARNINGS, ...TIE_KINDS.map((kind) => `tie.${kind}`)]),
    );
    expect(under('questions')).toEqual(sorted(INFORMATION_QUESTION_CODES));
    expect(under('stuck')).toEqual(sorted(STUCK_REASONS));
    expect(under('refusals')).toEqual(sorted(REFUSAL_CODES));
    for (const language of LANGUAGES) {
      const said = REFUSAL_CODES.map((one) => refusalText(language, one));
      expect(new Set(said).size).toBe(REFUSAL_CODES.length);
    }
  });

  it('for the figures of the programme', () => {
    expect(under('figures')).toEqual(sorted(FIGURE_IDS.flatMap((id) => [`${id}.definition`, `${id}.title`])));
  });

  it('for every kind of message', () => {
    const plain = NOTICE_KINDS.filter((kind) => !['task', 'happened', 'legal'].includes(kind));
    const ids = [...plain, 'unknown'].flatMap((kind) => [`${kind}.subject`, `${kind}.text`]);
    expect(under('notices').filter((id) => !id.startsWith('frame.'))).toEqual(sorted(ids));
  });
});

describe('no text', () => {
  it('is asked for by an id that the catalogues do not have', () => {
    const written = found(SOURCES, /'((?:advice|checks|letters|names|notices|public)(?:\.[a-z-]+){2,})'/gi);
    expect(written.length).toBeGreaterThan(4);
    expect(written.filter((id) => !textIds('en').includes(id))).toEqual([]);
  });

  it('is left over: its code is somewhere in the source', () => {
    const codeOf = (id: string): string => id.replace(/\.(?:subject|text)$/, '').replace(/^.*\./, '');
    const named = (id: string): boolean =>
      new RegExp(`['".:]${codeOf(id)}\\b|\\b${codeOf(id)}['":]`).test(SOURCES);
    const left = textIds('en').filter((id) => !named(id) && !UNTOLD.includes(codeOf(id)));
    expect(left).toEqual([]);
  });
});
