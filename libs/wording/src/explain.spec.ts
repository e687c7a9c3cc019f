import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { explain, EXPLANATIONS } from './explain.js';
import { LANGUAGES } from './message.js';

const LITERAL = 0;
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
  it('have words in every language for every code that a rule gives', () => {
    expect(CODES.length).toBeGreaterThan(60);
    expect([...new Set(CODES)].filter((code) => !EXPLANATIONS[code])).toEqual([]);
  });

  it('are messages that can be read, with the same values in every language', () => {
    const valuesIn = (text: string): readonly string[] =>
      new IntlMessageFormat(text, 'en')
        .getAst()
        .flatMap((part) => ('value' in part && part.type !== LITERAL ? [String(part.value)] : []))
        .sort();
    for (const [code, message] of Object.entries(EXPLANATIONS)) {
      for (const language of LANGUAGES) new IntlMessageFormat(message[language], language);
      expect([code, ...valuesIn(message.km)]).toEqual([code, ...valuesIn(message.en)]);
      expect(message.km).toMatch(/\p{Script=Khmer}/u);
    }
  });

  it('say numbers and choices as the language does', () => {
    expect(explain('patent-current', { year: 2026, current: 2026 }, 'en')).toBe(
      'Patent tax is paid for 2026.',
    );
    expect(explain('documents-plausible', { documents: 1 }, 'en')).toBe(
      'One document was examined and nothing was found.',
    );
    expect(explain('contact-shared', { organisationKind: 'buyer' }, 'km')).toContain('អ្នកទិញ');
  });

  it('do without what was erased, and tell a code without words as it is', () => {
    expect(explain('list-hit', { list: 'OFAC-SDN' }, 'en')).toBe('A name is on the list OFAC-SDN, entry -.');
    expect(explain('quite-new-code', {}, 'km')).toBe('quite new code');
  });
});
