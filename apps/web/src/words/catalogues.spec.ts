import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { messagesOf } from '../../../../libs/wording/catalogues.mjs';
import { LANGUAGES, type Language } from './languages.js';

const ROOT = join(import.meta.dirname, '../../../..');
const FOLDER = join(ROOT, 'libs/wording/locales/web');
const AREAS = [...new Set(readdirSync(FOLDER).map((name) => name.split('.')[0] ?? ''))];
const po = (area: string, language: Language) => readFileSync(join(FOLDER, `${area}.${language}.po`), 'utf8');

type Part = string | readonly [name: string, kind?: string, choices?: Readonly<Record<string, unknown>>];
type Messages = Readonly<Record<string, readonly Part[]>>;
const compiled = Object.fromEntries(
  AREAS.flatMap((area) =>
    LANGUAGES.map((language) => [
      `${area}.${language}`,
      messagesOf(`${area}.${language}`, po(area, language)) as Messages,
    ]),
  ),
);
const texts = (area: string, language: Language): Messages => compiled[`${area}.${language}`] ?? {};

/** Every choice of a text, also inside others: the value it goes by, its kind, and what there is to choose from. */
const choicesIn = (parts: unknown): readonly (readonly [string, string, readonly string[]])[] =>
  (Array.isArray(parts) ? (parts as readonly unknown[]) : []).flatMap((part) => {
    if (!Array.isArray(part) || typeof part[2] !== 'object') return [];
    const [name, kind, choices] = part as [string, string, Record<string, unknown>];
    const keys = Object.keys(choices).filter((key) => key !== 'offset' && !/^\d+$/.test(key));
    return [[name, kind, keys.sort()] as const, ...Object.values(choices).flatMap(choicesIn)];
  });
const namesIn = (parts: unknown): readonly string[] =>
  (Array.isArray(parts) ? (parts as readonly unknown[]) : []).flatMap((part) =>
    Array.isArray(part)
      ? [String(part[0]), ...Object.values((part[2] ?? {}) as object).flatMap(namesIn)]
      : [],
  );
/** The words of a text, without its values. */
const words = (parts: unknown): string =>
  typeof parts === 'string'
    ? parts
    : (Array.isArray(parts) ? (parts as readonly unknown[]) : [])
        .map((part) =>
          Array.isArray(part)
            ? Object.values((part[2] ?? {}) as object)
                .map(words)
                .join(' ')
            : words(part),
        )
        .join(' ');

/** What is written in Latin letters in every language: names, signs, units, standards and formats. */
const LATIN =
  /^(?:[A-Z]|AQL|Ac|BIC|CAS|CSV|Ctrl|DAP|EXW|FCA|FOB|HS|ID|IEC|ISIC|ISO|JSON|KHR|MRSL|OTIF|P\d*|PDF|PIN|PNG|PPM|QR|Re|SDS|SHA|SMS|Selvedge|TIN|Telegram|URL|USD|VAT|XLSX|Webhook|webhook|cm|kg|km|kWh|m|mm|n|stop|https?|MB|kB|DEF|API|OAuth|IP|Chrome|Android|iPhone|Safari)$/;
/** Names of audits and of materials, and the example of an address, as suppliers know them. */
const SUPPLIERS_LATIN = /^(?:JPEG|SWIFT|PVC|PVA|OEKO|TEX|GRS|SMETA|SLCP|BSCI|BFC|name|example|com)$/;

/** Sources of the app and what they ask for. */
const sources = readdirSync(join(ROOT, 'apps/web/src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(join(ROOT, 'apps/web/src', name), 'utf8'))
  .join('\n');
const ids = AREAS.flatMap((area) => Object.keys(texts(area, 'en')));
const area = `(?:${AREAS.join('|')})`;
/** Whole ids, and beginnings of ids that are made of a code: `` `shell.stage.${name}` ``, `sayCode('shell.place', ...)`. */
const asked = [...sources.matchAll(new RegExp(`['\`](${area}\\.[\\w.-]+)['\`]`, 'g'))].map(
  ([, id]) => id ?? '',
);
const begun = [
  ...[...sources.matchAll(new RegExp(`\`(${area}\\.[\\w.-]*)\\$\\{`, 'g'))].map(([, start]) => start ?? ''),
  ...[...sources.matchAll(new RegExp(`[cC]ode\\(\\s*['\`](${area}\\.[\\w.-]+)['\`]`, 'g'))].map(
    ([, start]) => `${start}.`,
  ),
];

describe('the catalogues of the web app', () => {
  it.each(AREAS)(
    '%s has the same texts in each language, each once, in order and with what it is for',
    (name) => {
      const english = Object.keys(texts(name, 'en'));
      for (const language of LANGUAGES) {
        const found = [...po(name, language).matchAll(/^msgid "(.+)"$/gm)].map(([, id]) => id ?? '');
        expect(found).toEqual([...new Set(found)].sort());
        expect([language, found]).toEqual([language, english]);
        const blocks = po(name, language).trim().split(/\n\n+/).slice(1);
        expect(blocks.filter((block) => !/^#\. (?!en: )/m.test(block))).toEqual([]);
      }
    },
  );

  it.each(AREAS)('%s says beside a translation the English that it is of, as a draft', (name) => {
    const english = Object.fromEntries(
      po(name, 'en')
        .trim()
        .split(/\n\n+/)
        .slice(1)
        .map((block) => [
          /^msgid "(.+)"$/m.exec(block)?.[1],
          JSON.parse(/^msgstr (".*")$/m.exec(block)?.[1] ?? '""') as string,
        ]),
    );
    for (const language of ['km', 'zh'] as const)
      for (const block of po(name, language).trim().split(/\n\n+/).slice(1)) {
        const id = /^msgid "(.+)"$/m.exec(block)?.[1] ?? '';
        expect([id, /^#\. en: (.*)$/m.exec(block)?.[1]]).toEqual([id, english[id]]);
      }
  });

  it.each(AREAS)('%s asks for the same values in every language, with the plurals of each', (name) => {
    for (const language of LANGUAGES) {
      const forms = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
      for (const [id, parts] of Object.entries(texts(name, language))) {
        const values = [...new Set(namesIn(parts))].sort();
        expect([id, values]).toEqual([id, [...new Set(namesIn(texts(name, 'en')[id]))].sort()]);
        for (const [value, kind, keys] of choicesIn(parts))
          if (kind === 'plural') expect([id, value, keys]).toEqual([id, value, forms]);
      }
    }
  });

  it.each(AREAS)('%s is written in the letters of its language', (name) => {
    const own = { km: /\p{Script=Khmer}/u, zh: /\p{Script=Han}/u };
    const other = { km: /\p{Script=Han}/u, zh: /\p{Script=Khmer}/u };
    for (const language of ['km', 'zh'] as const) {
      const wrong = Object.entries(texts(name, language)).filter(([, parts]) => {
        const text = words(parts);
        const latin = (text.match(/\p{Script=Latin}+/gu) ?? []).filter(
          (word) => !LATIN.test(word) && !SUPPLIERS_LATIN.test(word),
        );
        const bare = !/\p{L}/u.test(text.replaceAll(/\p{Script=Latin}/gu, ''));
        return latin.length > 0 || other[language].test(text) || (!own[language].test(text) && !bare);
      });
      expect(wrong.map(([id, parts]) => `${id}: ${words(parts)}`)).toEqual([]);
    }
  });

  it('have every text that a page asks for, and none that no page asks for', () => {
    const missing = asked.filter((id) => !ids.includes(id) && !begun.includes(`${id}.`));
    expect([...new Set(missing)]).toEqual([]);
    const orphans = ids.filter((id) => !asked.includes(id) && !begun.some((start) => id.startsWith(start)));
    expect(orphans).toEqual([]);
  });
});
