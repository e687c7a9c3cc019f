import { describe, expect, it } from '@jest/globals';
import { align } from './align.js';
import type { NameKind } from './comparable-name.js';
import { comparable } from './comparable-name.js';
import { compareNames } from './features.js';
import { scoreOf } from './model.js';
import { MODEL } from './weights.js';

const compared = (one: string, other: string, kind: NameKind = 'person') =>
  compareNames(comparable(one, kind), comparable(other, kind)).values;
const pairs = (one: string, other: string, kind: NameKind = 'person') => {
  const [mine, theirs] = [comparable(one, kind).words, comparable(other, kind).words];
  return align(mine, theirs, kind).pairs.map(({ mine: m, theirs: t, likeness }) => {
    return `${m.map((n) => mine[n]?.text).join('+')}=${t.map((n) => theirs[n]?.text).join('+')} ${likeness}`;
  });
};

describe('words of two names are paired', () => {
  it.each<[string, string, string, NameKind, string[]]>([
    [
      'in any order',
      'Leng Shuttleby',
      'Shuttleby Leng',
      'person',
      ['shuttleby=shuttleby equal', 'leng=leng equal'],
    ],
    [
      'when a letter is wrong',
      'Leng Shutleby',
      'Leng Shuttlby',
      'person',
      ['leng=leng equal', 'shutleby=shuttlby sounds'],
    ],
    ['when they sound the same', 'Phally', 'Paly', 'person', ['phally=paly sounds']],
    [
      'by an initial',
      'L. Shuttleby',
      'Leng Shuttleby',
      'person',
      ['shuttleby=shuttleby equal', 'l=leng initial'],
    ],
    ['when written together', 'Srey Mom', 'Sreymom', 'person', ['srey+mom=sreymom joined']],
    [
      'by the initials of a firm',
      'UIW',
      'Union Invented Weavers',
      'entity',
      ['uiw=union+invented+weavers acronym'],
    ],
  ])('%s', (_how, one, other, kind, expected) => {
    expect(pairs(one, other, kind)).toEqual(expected);
  });

  it('but short words only when they are the same or sound the same', () => {
    expect(pairs('Sok', 'Sek')).toEqual([]);
    expect(pairs('Ly', 'Li')).toEqual(['ly=li sounds']);
  });

  it('and a letter of a firm only with the same letter', () => {
    expect(pairs('I-Cheng', 'Intra Cheng', 'entity')).toEqual(['cheng=cheng equal']);
  });

  it('and a number only with the same number', () => {
    expect(pairs('Loom 1995', 'Loom 1996', 'entity')).toEqual(['loom=loom equal']);
  });
});

describe('what differs between two names', () => {
  it('is nothing between a name and itself, and the same either way round', () => {
    expect(compared('Leng Shuttleby', 'Leng Shuttleby')).toMatchObject({ 'other-words': 0, 'more-words': 0 });
    expect(compared('Leng Mony Shuttleby', 'Shutleby Leng')).toEqual(
      compared('Shutleby Leng', 'Leng Mony Shuttleby'),
    );
  });

  it('is more words when a middle name is missing, other words when it is another', () => {
    expect(compared('Leng Shuttleby', 'Leng Sereyvuth Shuttleby')).toMatchObject({ 'other-words': 0 });
    expect(compared('Leng Shuttleby', 'Leng Sereyvuth Shuttleby')['more-words']).toBeGreaterThan(0.3);
    expect(compared('Leng Makara Shuttleby', 'Leng Sereyvuth Shuttleby')).toMatchObject({
      'other-words': 0.5,
    });
  });

  it('is slips from two on', () => {
    expect(compared('Leng Shuttlebi', 'Leng Shuttleby')).toMatchObject({ 'two-edits': 0 });
    expect(compared('Lenk Shuttlebx', 'Leng Shuttleby')).toMatchObject({ 'two-edits': 1, 'three-edits': 0 });
    expect(compared('Lenk Shutelbx', 'Leng Shuttleby')).toMatchObject({ 'three-edits': 1 });
  });

  it('is a number that one of them has not', () => {
    expect(compared('Loom 1995', 'Loom 1996', 'entity')).toMatchObject({ numbers: 1, 'other-words': 0 });
    expect(compared('Loom 1995', 'Loom 1995', 'entity')).toMatchObject({ numbers: 0 });
  });

  it('is compared in the script that both are in: one syllable more is another Chinese name', () => {
    expect(compared('织布张三', '织布张四')).toMatchObject({ 'other-words': 0.5 });
    expect(compared('សុខ ចាន់', 'Sok Chan')).toMatchObject({ 'other-words': 0, 'two-edits': 0 });
  });
});

describe('a score', () => {
  it('falls with every difference and names it, the gravest first', () => {
    const values = compared('Lenk Makara Shuttlebx', 'Leng Sereyvuth Shuttleby');
    const { score, logOdds, parts } = scoreOf(values, MODEL.person, 'person');
    expect(parts.map(({ feature }) => feature)).toEqual(['other-words', 'other-share', 'two-edits']);
    const taken = parts.reduce((sum, { contribution }) => sum + contribution, 0);
    expect(logOdds).toBeCloseTo(MODEL.person.intercept + taken);
    expect(score).toBeLessThan(MODEL.person.corroborated);
  });

  it('takes nothing for what nobody learnt, and never gains by a difference', () => {
    const weights = Object.values(MODEL).flatMap((model) => Object.values(model.weights));
    expect(Math.max(...weights)).toBeLessThan(0);
  });
});
