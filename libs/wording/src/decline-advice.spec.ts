import { describe, expect, it } from '@jest/globals';
import { DECLINE_REASONS } from '#domain';
import { textIds } from './catalogue.js';
import { declineAdvice } from './decline-advice.js';
import { LANGUAGES } from './language.js';

describe('the advice after a decline', () => {
  it('has a sentence in every language for every reason, and for no other', () => {
    const advised = textIds('en').filter((id) => id.startsWith('advice.declined.'));
    expect(advised).toEqual(DECLINE_REASONS.map((reason) => `advice.declined.${reason}`).sort());
    for (const reason of DECLINE_REASONS) {
      const said = LANGUAGES.map((language) => declineAdvice(reason, language));
      expect(new Set(said).size).toBe(LANGUAGES.length);
    }
    expect(declineAdvice('no-such-reason', 'en')).toBeUndefined();
  });
});
