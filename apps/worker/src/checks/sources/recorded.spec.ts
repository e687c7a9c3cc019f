import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { recordedSources, sourcesOf } from './recorded.js';

describe('recorded answers of registers', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'selvedge-sources-'));
  });
  afterEach(() => rm(dir, { recursive: true }));
  const record = (name: string, entries: object): Promise<void> => {
    const heading = { source: 'camdx', version: '2026-11', retrievedAt: '2026-11-01T00:00:00Z' };
    return writeFile(join(dir, name), JSON.stringify({ ...heading, entries }));
  };

  it('are told with their source, edition and when they were retrieved', async () => {
    const entry = { status: 'active', names: ['Blue Lotus'] };
    await record('business-registry.json', { 'Co.1234 E/2010': entry });
    expect(await recordedSources(dir).registry.lookUp(' co.1234  e/2010')).toEqual({
      answer: { kind: 'entry', entry },
      source: 'camdx',
      sourceVersion: '2026-11@2026-11-01T00:00:00Z',
    });
    expect((await recordedSources(dir).registry.lookUp('9')).answer).toEqual({ kind: 'unknown' });
  });

  it('are told of certificates by scheme and number', async () => {
    await record('certificates.json', { 'FSC FSC-C123456': { status: 'withdrawn' } });
    const { certificates } = recordedSources(dir);
    expect((await certificates.lookUp('FSC', 'FSC-C123456')).answer).toEqual({
      kind: 'entry',
      status: 'withdrawn',
    });
    expect((await certificates.lookUp('PEFC', 'FSC-C123456')).answer).toEqual({ kind: 'unknown' });
  });

  it('that nobody recorded are looked up by hand, and no folder is nobody to ask', async () => {
    expect((await recordedSources(dir).registry.lookUp('1')).answer).toEqual({ kind: 'none' });
    expect((await sourcesOf(undefined).certificates.lookUp('FSC', '1')).answer).toEqual({ kind: 'none' });
  });

  it('that cannot be read are no answer: the check did not run', async () => {
    await writeFile(join(dir, 'business-registry.json'), '{"entries": {}}');
    await expect(recordedSources(dir).registry.lookUp('1')).rejects.toThrow();
  });
});
