import { describe, expect, it } from '@jest/globals';
import type { PublicFiguresView } from '#contracts';
import { publicFigures } from '#domain';
import { figuresSection } from './figures.view.js';
import type { Visit } from './visit.js';

const visit = (language: Visit['language']): Visit => ({ language, chosen: true, at: '/' });
const view = (cells: Readonly<Record<string, number>>): PublicFiguresView => ({
  ...{ asOf: '2026-11-26T05:00:00.000Z', smallestGroup: 5 },
  figures: publicFigures(cells).map(({ figure, rows }) => ({
    figure,
    rows: rows.map(({ key, values }) => ({ key, values: { ...values } })),
  })),
});
/** Words and numbers of a piece of a page, in one line. */
const wordsOf = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const words = (cells: Readonly<Record<string, number>>, language: Visit['language'] = 'en') =>
  wordsOf(figuresSection(visit(language), view(cells)).markup);

const MANY = {
  ...{ 'entered:application': 40, 'entered:assessment': 30, 'open:application': 10 },
  ...{ 'open:assessment': 30, 'applied:KH-12': 30, 'applied:KH-8': 10 },
  ...{ 'applied:women-owned:true': 12, 'applied:women-owned:false': 28 },
};

describe('the programme in figures, for everybody', () => {
  it('says how far applications come, from whom, and from where', () => {
    const said = words(MANY);
    expect(said).toContain('All applications and qualifications, as of 26 November 2026.');
    expect(said).toContain('Application 40 30 Audit and checks 30 0');
    expect(said).toContain('Owned by women 12 0');
    expect(said).toContain('Phnom Penh 30 0');
    expect(said).not.toContain('working days');
  });

  it('says in words where a number is hidden, and why', () => {
    const said = words({ ...MANY, 'open:assessment': 27, 'entered:pilot-order': 3, 'open:pilot-order': 3 });
    expect(said).toContain('Pilot order not told');
    expect(said).toContain('Groups of fewer than 5 firms are not told here');
    expect(said).not.toMatch(/Pilot order 3/);
  });

  it('says that there is too little to tell of, and nothing else', () => {
    const few: readonly Readonly<Record<string, number>>[] = [
      {},
      { 'entered:application': 3, 'open:application': 3 },
    ];
    for (const cells of few)
      expect(words(cells)).toBe(
        'The programme in figures There are too few applications yet to tell anything without telling of single firms.',
      );
  });

  it.each(['km', 'zh'] as const)('is said in %s with no word of another language', (language) => {
    expect(words(MANY, language)).not.toMatch(/[A-Za-z]/);
  });
});
