import { describe, expect, it } from '@jest/globals';
import { objectText, pagesOf } from './supplier-exports.view.js';

const PAGES: Readonly<Record<string, readonly unknown[]>> = { '': [1, 'a"b'], two: [], three: [{ x: null }] };
const NEXT: Readonly<Record<string, string>> = { '': 'two', two: 'three' };
const read =
  (asked: string[]) =>
  (cursor = '') => {
    asked.push(cursor);
    return Promise.resolve({ items: PAGES[cursor] ?? [], next: NEXT[cursor] ?? null });
  };
async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('the text of an export', () => {
  it('is the JSON that it would be in one piece, whatever is empty in it', async () => {
    async function* cases() {
      for (const id of [1, 2])
        yield await Promise.resolve(objectText({ id: { value: id }, list: { pages: pagesOf(read([])) } }));
    }
    const text = await textOf(
      objectText({
        form: { value: 'f"1' },
        none: { pages: pagesOf(() => Promise.resolve({ items: [], next: null })) },
        cases: { texts: cases() },
      }),
    );
    const list = [1, 'a"b', { x: null }];
    expect(JSON.parse(text)).toEqual({
      form: 'f"1',
      none: [],
      cases: [
        { id: 1, list },
        { id: 2, list },
      ],
    });
    expect(await textOf(objectText({}))).toBe('{}');
  });

  it('is read as it is written: no page before somebody takes the text of the one before', async () => {
    const asked: string[] = [];
    const pieces = objectText({ list: { pages: pagesOf(read(asked)) } });
    await pieces.next();
    await pieces.next();
    expect(asked).toEqual([]);
    await pieces.next();
    expect(asked).toEqual(['']);
    expect(await textOf(pieces)).toContain('null');
    expect(asked).toEqual(['', 'two', 'three']);
  });
});
