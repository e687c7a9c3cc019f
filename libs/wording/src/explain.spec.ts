import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { textIds } from './catalogue.js';
import { explain } from './explain.js';

const RULES = join(import.meta.dirname, '../../domain/src/compliance-rules');
/** Every code that a rule of a check may give. */
const codesOf = (source: string): readonly string[] =>
  [
    ...source.matchAll(/(?:because|nothingDeclared)\(\s*'([a-z-]+)'|finding\(\s*'[A-Z]+',\s*'([a-z-]+)'/g),
  ].map(([, a, b]) => a ?? b ?? '');
const CODES = readdirSync(RULES)
  .filter((name) => name.endsWith('.ts') && !/\.(?:spec|fixture)\.ts$/.test(name))
  .flatMap((name) => codesOf(readFileSync(join(RULES, name), 'utf8')));

describe('explanations of checks', () => {
  it('have words for every code that a rule gives', () => {
    expect(CODES.length).toBeGreaterThan(60);
    const known = textIds('en');
    expect([...new Set(CODES)].filter((code) => !known.includes(`checks.${code}`))).toEqual([]);
  });

  it('say numbers and choices as the language does', () => {
    expect(explain('patent-current', { year: 2026, current: 2026 }, 'en')).toBe(
      'Patent tax is paid for 2026.',
    );
    expect(explain('documents-plausible', { documents: 1 }, 'en')).toBe(
      'One document was examined and nothing was found.',
    );
    expect(explain('documents-plausible', { documents: 1200 }, 'en')).toContain('1,200 documents');
    expect(explain('capacity-plausible', { possible: 12000, declared: 9000 }, 'en')).toContain('12,000');
    expect(explain('contact-shared', { organisationKind: 'buyer' }, 'km')).toContain('អ្នកទិញ');
  });

  it('do without what was erased, and tell a code without words as it is', () => {
    expect(explain('list-hit', { list: 'OFAC-SDN' }, 'en')).toBe('A name is on the list OFAC-SDN, entry -.');
    expect(explain('quite-new-code', {}, 'km')).toBe('quite new code');
  });
});
