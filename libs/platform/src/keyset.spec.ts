import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { newId } from './ids.js';
import { decodeCursor, encodeCursor, idAfter, pageOf } from './keyset.js';

const refusal = { problem: expect.objectContaining({ code: 'invalid-cursor', status: 400 }) };

describe('a page', () => {
  const rows = [1, 2, 3].map((n) => ({ n }));
  const page = (limit: number) =>
    pageOf(
      rows,
      limit,
      (row) => row.n * 10,
      (row) => row.n,
    );

  it('ends with the key of its last row when there is more', () => {
    const { items, next } = page(2);
    expect(items).toEqual([10, 20]);
    expect(decodeCursor(next ?? '', z.number())).toBe(2);
  });

  it('has no next one when nothing is left', () => {
    expect(page(3)).toEqual({ items: [10, 20, 30], next: null });
    expect(pageOf([], 2, String, String)).toEqual({ items: [], next: null });
  });
});

describe('a cursor', () => {
  it('is read back as it was given', () => {
    const key = { dueAt: '2026-01-01T00:00:00.000Z', id: newId() };
    expect(decodeCursor(encodeCursor(key), z.object({ dueAt: z.string(), id: z.uuid() }))).toEqual(key);
    expect(idAfter(encodeCursor(key.id))).toBe(key.id);
    expect(idAfter(undefined)).toBeNull();
  });

  it.each(['zzz', '', encodeCursor('no uuid'), encodeCursor({ id: newId() })])(
    'of another list is refused: %s',
    (cursor) => {
      expect(() => idAfter(cursor)).toThrow(expect.objectContaining(refusal));
    },
  );
});
