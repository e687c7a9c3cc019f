import { describe, expect, it } from '@jest/globals';
import { indexed, indexOfName } from './interests.js';
import { PersonalData } from './personal-data.js';
import { mintSealingKey, readKeyring } from './sealing.js';

const personal = () => new PersonalData(readKeyring(mintSealingKey('test')));

describe('the index of an interest', () => {
  it('is the same for an owner and a director, and another one for every other kind', () => {
    const kinds = ['owner', 'director', 'address', 'account'] as const;
    const all = indexed(
      personal(),
      kinds.map((kind) => ({ kind, key: 'same text' })),
    ).map(({ index }) => index);
    expect(all[0]).toBe(all[1]);
    expect(new Set(all).size).toBe(3);
  });

  it('says nothing without the key: another ring gives another one', () => {
    const [one, other] = [personal(), personal()].map((ring) => indexOfName(ring, 'Sokha Chan'));
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(other).not.toBe(one);
  });

  it('is found again by the name of somebody who is erased', () => {
    const ring = personal();
    const [declared] = indexed(ring, [{ kind: 'director', key: 'chan sokha' }]);
    expect(indexOfName(ring, 'Sokha CHAN')).toBe(declared?.index);
  });
});
