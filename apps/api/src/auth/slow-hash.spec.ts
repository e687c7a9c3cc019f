import { describe, expect, it } from '@jest/globals';
import { SlowHash } from './slow-hash.js';

describe('slow hashes', () => {
  it('wait for a turn, and beyond a number of waiting are refused at once with Retry-After', async () => {
    const slowHash = new SlowHash();
    const asked = Array.from({ length: 45 }, () => slowHash.make('secret'));
    const answers = await Promise.allSettled(asked);
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused).toHaveLength(3);
    for (const { reason } of refused)
      expect(reason).toMatchObject({
        problem: { status: 503, code: 'too-busy' },
        headers: { 'retry-after': '5' },
      });
    const [made] = answers;
    const hashed = made?.status === 'fulfilled' ? made.value : '';
    expect(await slowHash.matches(hashed, 'secret')).toBe(true);
    expect(await slowHash.matches(hashed, 'other')).toBe(false);
  });
});
