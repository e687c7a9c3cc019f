import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { formatter } from '@lingui/format-po';
import * as en from '../locales/en.po.js';
import * as km from '../locales/km.po.js';
import * as zh from '../locales/zh.po.js';
import { isDraft, say, textIds, valueNames, whenMissing } from './catalogue.js';
import { LANGUAGES, type Language } from './language.js';

const COMPILED = { en, km, zh };
const TRANSLATED = ['km', 'zh'] as const;
const po = (language: Language): string =>
  readFileSync(join(import.meta.dirname, `../locales/${language}.po`), 'utf8');
/** The entries of a catalogue, with what stands beside them for translators. */
const entries = (language: Language) => {
  const parsed = formatter({ explicitIdAsDefault: true }).parse(po(language), {
    ...{ locale: language, sourceLocale: 'en', filename: `${language}.po` },
  });
  return Object.entries(parsed as Readonly<Record<string, { translation: string; comments: string[] }>>);
};

type Choices = Readonly<Record<string, unknown>>;
/** Every choice of a text: the value that it is by, its kind, and what there is to choose from. */
const choicesIn = (parts: unknown): readonly (readonly [string, string, Choices])[] =>
  (Array.isArray(parts) ? (parts as readonly unknown[]) : []).flatMap((part) => {
    if (!Array.isArray(part) || typeof part[2] !== 'object') return [];
    const [name, kind, choices] = part as [string, string, Choices];
    return [[name, kind, choices] as const, ...Object.values(choices).flatMap(choicesIn)];
  });
const choicesOf = (language: Language, kind: string) =>
  textIds(language).flatMap((id) =>
    choicesIn(COMPILED[language].messages[id])
      .filter((choice) => choice[1] === kind)
      .map(([name, , choices]) => [id, name, ...Object.keys(choices).filter((key) => key !== 'offset')]),
  );

/** What is written in Latin letters in every language: names, signs and standards. */
const LATIN = ['BIC', 'CAS', 'HS', 'IEC', 'ISO', 'PDF', 'QR', 'Selvedge', 'Telegram', 'USD', 'VAT', 'stop'];
/** Made of values alone. */
const BARE = ['letters.basis.finding', 'letters.basis.open', 'notices.frame.subject'];
/** The words of a text, without its values. */
const words = (parts: unknown): string =>
  typeof parts === 'string'
    ? parts
    : (parts as readonly unknown[])
        .map((part) =>
          typeof part === 'string'
            ? part
            : Object.values(((part as unknown[])[2] as Choices | undefined) ?? {})
                .filter((choice) => choice !== undefined)
                .map(words)
                .join(' '),
        )
        .join(' ');
const written = (language: Language) =>
  textIds(language)
    .filter((id) => !BARE.includes(id))
    .map((id) => [id, words(COMPILED[language].messages[id])] as const);

describe('the catalogues', () => {
  it('have the same texts, each once and in order, and none that is empty', () => {
    for (const language of LANGUAGES) {
      const ids = [...po(language).matchAll(/^msgid "(.+)"$/gm)].map(([, id]) => id ?? '');
      expect(ids).toEqual([...new Set(ids)].sort());
      expect(ids).toEqual(textIds('en'));
      expect(entries(language).filter(([, { translation }]) => !translation.trim())).toEqual([]);
    }
  });

  it('say what each text is for, and beside a translation the English that it is of', () => {
    const english = Object.fromEntries(entries('en').map(([id, { translation }]) => [id, translation]));
    expect(entries('en').filter(([, { comments }]) => comments.length !== 1)).toEqual([]);
    for (const language of TRANSLATED) {
      const stale = entries(language).filter(([id, { comments }]) => comments[1] !== `en: ${english[id]}`);
      expect(stale.map(([id]) => id)).toEqual([]);
    }
  });

  it('ask for the same values in every language, and choose by the same codes', () => {
    for (const language of TRANSLATED) {
      const values = (of: Language) => textIds(of).map((id) => [id, ...[...valueNames(of, id)].sort()]);
      expect(values(language)).toEqual(values('en'));
      expect(choicesOf(language, 'select')).toEqual(choicesOf('en', 'select'));
    }
  });

  it('have the plural forms of their language, no more and no fewer', () => {
    for (const language of LANGUAGES) {
      const forms = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
      for (const [id, , ...keys] of choicesOf(language, 'plural'))
        expect([id, ...keys.sort()]).toEqual([id, ...forms]);
    }
    expect(choicesOf('en', 'plural').length).toBeGreaterThan(2);
  });

  it('are written in the letters of their language', () => {
    const latin = (text: string) =>
      (text.match(/\p{Script=Latin}+/gu) ?? []).filter((word) => !LATIN.includes(word));
    const scripts = {
      km: [/\p{Script=Khmer}/u, /\p{Script=Han}/u],
      zh: [/\p{Script=Han}/u, /\p{Script=Khmer}/u],
    };
    for (const language of TRANSLATED) {
      const [own, other] = scripts[language] as [RegExp, RegExp];
      const wrong = written(language).filter(
        ([, text]) => latin(text).length > 0 || !own.test(text) || other.test(text),
      );
      expect(wrong).toEqual([]);
    }
    expect(written('en').filter(([, text]) => /\p{Script=Khmer}|\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('tell which texts are drafts: all that are not English, until somebody has reviewed them', () => {
    expect(textIds('en').filter((id) => isDraft('en', id))).toEqual([]);
    expect(isDraft('km', 'letters.next.appeal')).toBe(true);
    expect(isDraft('zh', 'no.such-text')).toBe(false);
  });
});

describe('a text that is missing', () => {
  afterEach(() => whenMissing());

  it('fails a test', () => {
    expect(() => say('km', 'no.such-text')).toThrow('There is no text no.such-text in km.');
  });

  it('is said in English where there is one, and told', () => {
    const told: string[] = [];
    whenMissing((language, id) => void told.push(`${language} ${id}`));
    const { messages } = COMPILED.zh as { messages: Record<string, unknown> };
    const kept = messages['letters.frame.to'];
    delete messages['letters.frame.to'];
    expect(say('zh', 'letters.frame.to')).toBe('To');
    messages['letters.frame.to'] = kept;
    expect(say('zh', 'letters.frame.to')).toBe('致');
    expect(say('km', 'no.such-text')).toBe('no.such-text');
    expect(told).toEqual(['zh letters.frame.to', 'km no.such-text', 'en no.such-text']);
  });
});
