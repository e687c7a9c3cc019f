import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findChromium } from './chromium.js';

describe('Chromium', () => {
  let folder: string;
  const program = (...path: string[]): string => {
    const file = join(folder, ...path);
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    return file;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'selvedge-chromium-'));
    for (const name of ['a', 'b', 'c']) mkdirSync(join(folder, name));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const searchPath = (...names: string[]): string => names.map((name) => join(folder, name)).join(delimiter);

  it('is where it is said to be, and nowhere else then', () => {
    const named = program('a', 'mine');
    const own = program('a', 'own');
    program('b', 'chromium');
    expect(findChromium({ named, searchPath: searchPath('b'), own })).toBe(named);
    expect(findChromium({ named: join(folder, 'none'), searchPath: searchPath('b'), own })).toBeUndefined();
    expect(findChromium({ named: join(folder, 'b'), own })).toBeUndefined();
  });

  it('is found by its usual names along the path, the distribution’s own before a vendor’s', () => {
    const vendors = program('a', 'google-chrome');
    const debians = program('b', 'chromium');
    expect(findChromium({ searchPath: searchPath('a', 'b') })).toBe(debians);
    expect(findChromium({ searchPath: searchPath('a') })).toBe(vendors);
  });

  it('is the one that Playwright brought where there is no other, if that can be run', () => {
    const own = program('a', 'own');
    expect(findChromium({ searchPath: searchPath('c'), own })).toBe(own);
    const text = join(folder, 'c', 'chromium');
    writeFileSync(text, '');
    chmodSync(text, 0o644);
    expect(findChromium({ searchPath: searchPath('c') })).toBeUndefined();
    expect(findChromium({})).toBeUndefined();
  });
});
