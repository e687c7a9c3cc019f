import { describe, expect, it } from '@jest/globals';
import { cleanFileName } from './file-names.js';

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Sokha\\payroll.xlsx', 'payroll.xlsx'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['a\u0000b\r\nc.pdf', 'abc.pdf'],
    ['  many   spaces .pdf ', 'many spaces .pdf'],
    ['cafe\u0301.pdf', 'caf\u00e9.pdf'],
    ['វិញ្ញាបនបត្រ\u200Bបន្ត.pdf', 'វិញ្ញាបនបត្រ\u200Bបន្ត.pdf'],
  ])('%j is kept as %j', (name, kept) => {
    expect(cleanFileName(name)).toBe(kept);
  });

  it.each(['', '   ', '..', 'folder/', '\u202E\u0000', '\uD800'])('is none when it is %j', (name) => {
    expect(cleanFileName(name)).toBeUndefined();
  });

  it('is cut between two characters, and keeps its ending', () => {
    const kept = cleanFileName(`${'ស្ត្រី'.repeat(40)}.jpeg`) ?? '';
    expect(new TextEncoder().encode(kept).length).toBeLessThanOrEqual(255);
    expect(kept).toBe(`${'ស្ត្រី'.repeat(13)}.jpeg`);
  });
});
