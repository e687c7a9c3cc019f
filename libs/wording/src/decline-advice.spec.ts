import { describe, expect, it } from '@jest/globals';
import { DECLINE_REASONS } from '#domain';
import { DECLINE_ADVICE, declineAdvice } from './decline-advice.js';
import { LANGUAGES } from './message.js';

describe('the advice after a decline', () => {
  it('has a sentence in every language for every reason, and for no other', () => {
    expect(Object.keys(DECLINE_ADVICE).sort()).toEqual([...DECLINE_REASONS].sort());
    for (const reason of DECLINE_REASONS) {
      const said = LANGUAGES.map((language) => declineAdvice(reason, language));
      expect(new Set(said).size).toBe(LANGUAGES.length);
      expect(declineAdvice(reason, 'km')).toMatch(/\p{Script=Khmer}/u);
    }
    expect(declineAdvice('no-such-reason', 'en')).toBeUndefined();
  });
});
