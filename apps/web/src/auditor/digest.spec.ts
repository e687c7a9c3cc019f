import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { paperDigest } from './digest.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the digest of a paper', () => {
  it('is that of its items in order, whatever order they and their fields come in', async () => {
    const one = { item: 'BL-01', version: 2, content: { value: 'conform', evidence: ['d1'] } };
    const two = { item: 'QM-01', version: 1, content: { note: 'សំណួរ "x"', value: 'partial' } };
    const rows = [
      ['BL-01', 2, sha256('{"evidence":["d1"],"value":"conform"}')],
      ['QM-01', 1, sha256('{"note":"សំណួរ \\"x\\"","value":"partial"}')],
    ];
    expect(await paperDigest([two, one])).toBe(sha256(JSON.stringify(rows)));
    expect(await paperDigest([one])).not.toBe(await paperDigest([{ ...one, version: 3 }]));
  });
});
