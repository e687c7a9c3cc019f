import { describe, expect, it } from '@jest/globals';
import { mintSealingKey, readKeyring, UnsealingError } from './sealing.js';

const place = 'totp/7c1d';

describe('sealing', () => {
  it('opens what was sealed, and seals the same text differently each time', async () => {
    const ring = readKeyring(mintSealingKey('a'));
    const [first, second] = [await ring.seal('ស្រី', place), await ring.seal('ស្រី', place)];
    expect(first).not.toBe(second);
    expect(await ring.open(first, place)).toBe('ស្រី');
  });

  it('opens with an old key, and seals with the new one', async () => {
    const old = mintSealingKey('old');
    const before = await readKeyring(old).seal('kept', place);
    const ring = readKeyring(`${mintSealingKey('new')},${old}`);
    expect(await ring.open(before, place)).toBe('kept');
    await expect(readKeyring(old).open(await ring.seal('kept', place), place)).rejects.toThrow(
      UnsealingError,
    );
  });

  it('does not open at another place, with another key or after a change', async () => {
    const ring = readKeyring(mintSealingKey('a'));
    const sealed = await ring.seal('secret', place);
    await expect(ring.open(sealed, 'totp/8e2f')).rejects.toThrow(UnsealingError);
    await expect(readKeyring(mintSealingKey('a')).open(sealed, place)).rejects.toThrow(UnsealingError);
    const changed = sealed.replace(
      /\.([\w-]+)$/,
      (_, tag: string) => `.${tag[0] === 'A' ? 'B' : 'A'}${tag.slice(1)}`,
    );
    await expect(ring.open(changed, place)).rejects.toThrow(UnsealingError);
  });

  it('finds a text by its index, for one purpose, also after a new key came', () => {
    const old = mintSealingKey('old');
    const [ring, later] = [readKeyring(old), readKeyring(`${mintSealingKey('new')},${old}`)];
    expect(later.index('+85512345678', 'phone')).toEqual(ring.index('+85512345678', 'phone'));
    expect(ring.index('+85512345678', 'phone')).not.toEqual(ring.index('+85512345678', 'email'));
  });

  it.each(['', 'a', 'a:short', `${mintSealingKey('a')},${mintSealingKey('a')}`])(
    'refuses %j without telling it',
    (text) => {
      expect(() => readKeyring(text)).toThrow(/key/);
      expect(() => readKeyring('a:hunter2')).not.toThrow(/hunter2/);
    },
  );
});
