import { describe, expect, it } from '@jest/globals';
import {
  accountKey,
  addressKey,
  comparedAs,
  declaredInterests,
  INTEREST_KINDS,
  interestsOf,
  nameKey,
} from './interests.js';

const NOTHING = { owners: [], directors: [], addresses: [], accounts: [] };

describe('a name, as it is compared', () => {
  it.each([
    ['SOKHA  Chan', 'Chan, Sokha'],
    ['Líu Wei', 'liu wei'],
    ['Golden Needle Garments Co., Ltd.', 'golden needle garments'],
    ['សុខ ចាន់', 'សុខចាន់'],
    ['សុខ\u200bចាន់', 'សុខចាន់'],
  ])('is the same in %s and %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
    expect(nameKey(one)).not.toBe('');
  });

  it.each([
    ['Sokha Chan', 'Sokha Chann'],
    ['Sok Co', 'Sok'],
    ['Sokha Chan', 'សុខ ចាន់'],
    ['សុខ ចាន់', 'ចាន់ សុខ'],
    ['Co., Ltd.', 'Group Holding'],
  ])('differs in %s and %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});

describe('an address, as it is compared', () => {
  it('counts letters and numerals in their order, whatever the digits', () => {
    expect(addressKey('No. 12A, Street 271; Phnom Penh')).toBe('no 12a street 271 phnom penh');
    expect(addressKey('ផ្លូវ ២៧១')).toBe(addressKey('ផ្លូវ 271'));
    expect(addressKey('271 Street 12')).not.toBe(addressKey('12 Street 271'));
  });

  it('is not compared when it names a town and no place', () => {
    expect(addressKey('Phnom Penh')).toBe('');
    expect(addressKey(' , ')).toBe('');
  });
});

describe('an account, as it is compared', () => {
  it('is one of a bank, whatever the branch', () => {
    const one = accountKey({ bic: 'ababkhpp', accountNumber: '000 123-456' });
    expect(one).toBe('ABABKHPP:000123456');
    expect(accountKey({ bic: 'ABAB KH PP XXX', accountNumber: '០០០១២៣៤៥៦' })).toBe(one);
    expect(accountKey({ bic: 'ACLBKHPP', accountNumber: '000123456' })).not.toBe(one);
  });

  it('is not compared while bank or number is missing', () => {
    expect(accountKey({ accountNumber: '000123456' })).toBe('');
    expect(accountKey({ bic: 'ABABKHPP' })).toBe('');
  });
});

describe('what is compared', () => {
  it('are owners with directors, and nothing else with another kind', () => {
    const kinds = INTEREST_KINDS.filter((kind) => kind !== 'consulted');
    expect(kinds.map(comparedAs)).toEqual(['owner', 'owner', 'address', 'account']);
  });

  it('is declared once, and nothing that is nothing', () => {
    const declared = { ...NOTHING, owners: ['Sokha Chan', 'chan sokha', '...'], addresses: ['Phnom Penh'] };
    expect(declaredInterests(declared)).toEqual([{ kind: 'owner', key: 'chan sokha' }]);
    expect(declaredInterests({ ...NOTHING, owners: ['A B'], directors: ['A B'] })).toHaveLength(2);
  });

  it('is taken from the sections of an application, with whom it speaks of', () => {
    const owners = [
      { id: 'o1', kind: 'person', name: 'Sokha Chan' },
      { id: 'o2', kind: 'firm', name: 'Blue Lotus Co., Ltd.' },
    ];
    expect(interestsOf('compliance', 'owners', { owners })).toEqual([
      { kind: 'owner', key: 'chan sokha', subject: 'owner:o1' },
      { kind: 'owner', key: 'blue lotus' },
    ]);
    const bank = { bic: 'ABABKHPP', accountNumber: '000123456' };
    expect(interestsOf('compliance', 'bank', bank)).toEqual([
      { kind: 'account', key: 'ABABKHPP:000123456', subject: 'account-holder' },
    ]);
    expect(interestsOf('application', 'site', { address: 'Road 3' })).toEqual([
      { kind: 'address', key: 'road 3' },
    ]);
  });

  it('is nothing of what is left empty, so that what was said before goes; other sections are never compared', () => {
    for (const [paper, item] of [
      ['compliance', 'owners'],
      ['compliance', 'bank'],
      ['application', 'site'],
    ] as const)
      expect(interestsOf(paper, item, {})).toEqual([]);
    expect(interestsOf('application', 'profile', { address: 'Road 3' })).toBeUndefined();
    expect(interestsOf('application', 'owners', {})).toBeUndefined();
  });
});
