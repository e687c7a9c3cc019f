import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  APPEAL_GROUNDS,
  CASE_ROLES,
  CHECK_KINDS,
  CONDITION_REASONS,
  DECLINE_REASONS,
  LETTER_EVENTS,
  REJECTION_REASONS,
  REVOCATION_CAUSES,
  SUSPENSION_CAUSES,
  WITHDRAWAL_REASONS,
} from '#domain';
import { textIds } from '../catalogue.js';
import { DRAFT_LETTER_LANGUAGES, lineId, sayFrame, sayLine, sayName } from './say.js';

const RULES = join(import.meta.dirname, '../../../domain/src');
const source = [RULES, join(RULES, 'rules')]
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.ts') && !/\.(?:spec|fixture)\.ts$/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');
const matches = (pattern: RegExp): readonly string[] =>
  [...source.matchAll(pattern)].map(([, code]) => code ?? '');
const under = (kind: string, codes: readonly string[]): readonly string[] =>
  codes.map((code) => `${kind}:${code}`);

/** Every sentence that a rule may ask for. */
const CODES = [
  ...LETTER_EVENTS,
  ...under('reason', [...SUSPENSION_CAUSES, ...REVOCATION_CAUSES, ...CONDITION_REASONS]),
  ...under(
    'reason',
    REJECTION_REASONS.filter((code) => code !== 'sanctions'),
  ),
  ...under('reason', matches(/rejectCase\(d, '[a-z_]+', '([a-z-]+)'\)/g)),
  ...under('reason', matches(/\breason\('([a-z-]+)'/g)),
  ...under('withdrawn', [...WITHDRAWAL_REASONS, ...matches(/withdrawCase\(d, '[a-z]+', '([a-z-]+)'\)/g)]),
  ...under('ground', APPEAL_GROUNDS),
  ...under('declined', DECLINE_REASONS),
  ...under('next', matches(/\bstep\('([a-z-]+)'/g)),
  ...matches(/code: '((?:basis|next):[a-z]+)'/g),
];

describe('the words of letters', () => {
  it('are there for every code that a decision may give', () => {
    expect(CODES.length).toBeGreaterThan(70);
    const known = textIds('en');
    expect([...new Set(CODES)].filter((code) => !known.includes(lineId(code)))).toEqual([]);
    expect(CHECK_KINDS.filter((kind) => sayName('check', kind, 'km') === kind)).toEqual([]);
    expect([...CASE_ROLES, 'system'].filter((role) => sayName('role', role, 'km') === role)).toEqual([]);
  });

  it('are a draft in every language but English, which governs', () => {
    expect(DRAFT_LETTER_LANGUAGES).toEqual(['km', 'zh']);
  });

  it('say days as they are in Cambodia, and names instead of codes', () => {
    const until = '2026-11-30T17:30:00.000Z';
    expect(sayLine('next:appeal', { until }, 'en')).toContain('until 1 December 2026');
    expect(sayLine('next:appeal', { until }, 'km')).toContain('១ ធ្នូ ២០២៦');
    expect(sayLine('reason:check', { check: 'sanctions' }, 'en')).toBe(
      'This check was not passed: sanctions lists.',
    );
    expect(sayLine('next:close', { subject: 'certificates' }, 'en')).toBe('Still open: certificates.');
    expect(sayLine('next:end-suspension', {}, 'en')).toBe(
      'Close the cause soon; otherwise the qualification is taken away.',
    );
    expect(sayLine('qualification-granted', { grade: 'B', until, conditional: true }, 'en')).toBe(
      'The qualification was granted with conditions: grade B, valid until 1 December 2026.',
    );
    expect(sayFrame('title', 'km', { caseNumber: 'SQ-2026-000001' })).toContain('SQ-2026-000001');
  });

  it('tell a code without words as it is, and what looks like a message as text', () => {
    expect(sayLine('reason:quite-new', {}, 'km')).toBe('reason quite new');
    const question = 'Is {this} <b>safe</b>?';
    expect(sayLine('basis:finding', { item: 'X-1', severity: 'major', question }, 'en')).toContain(question);
  });
});
