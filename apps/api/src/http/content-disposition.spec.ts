import { describe, expect, it } from '@jest/globals';
import { contentDisposition } from './content-disposition.js';

describe('a Content-Disposition', () => {
  it('names a file in any script, and plainly', () => {
    expect(contentDisposition('attachment', 'វិក្កយបត្រ 1.pdf')).toBe(
      `attachment; filename="__________ 1.pdf"; filename*=UTF-8''%E1%9E%9C%E1%9E%B7%E1%9E%80%E1%9F%92%E1%9E%80%E1%9E%99%E1%9E%94%E1%9E%8F%E1%9F%92%E1%9E%9A%201.pdf`,
    );
  });

  it.each(['a"; filename="b.exe', 'a\\"b.pdf', 'a%22b.pdf', "it's (1)*.pdf"])(
    'cannot be broken out of by %j',
    (name) => {
      const [, quoted = '', extended = ''] =
        /^inline; filename="([^"]*)"; filename\*=UTF-8''(\S*)$/.exec(contentDisposition('inline', name)) ??
        [];
      expect(quoted).not.toBe('');
      expect(quoted).not.toMatch(/["\\%;]/);
      expect(extended).toMatch(/^[A-Za-z0-9%._~-]+$/);
      expect(decodeURIComponent(extended)).toBe(name);
    },
  );
});
