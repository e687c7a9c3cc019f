import { describe, expect, it } from '@jest/globals';
import { marksOf } from './marks.js';

describe('marks between words', () => {
  it('are those of the reader', () => {
    const said = (['en', 'km', 'zh'] as const).map((language) => {
      const { list, named, aside } = marksOf(language);
      return named('A', aside(list(['B', 'C']), 'D'));
    });
    expect(said).toEqual(['A: B, C (D)', 'A៖ B, C (D)', 'A：B、C（D）']);
  });

  it('are not there around nothing', () => {
    expect(marksOf('zh').list([])).toBe('');
  });
});
