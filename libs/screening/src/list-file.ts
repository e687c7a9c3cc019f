import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { ScreeningError } from './list-entry.js';

/**
 * Streams a list file as text and feeds its bytes to `hash` on the way.
 * Bytes that are not UTF-8 are refused: a replaced character would make a listed name unfindable.
 * @throws ScreeningError when the file cannot be read or decoded
 */
export async function* readListText(path: string, hash: Hash): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) {
      const bytes = chunk as Buffer;
      hash.update(bytes);
      const text = decoder.decode(bytes, { stream: true });
      if (text) yield text;
    }
    const rest = decoder.decode();
    if (rest) yield rest;
  } catch (cause) {
    throw asScreeningError(path, cause);
  }
}

/** Names the file in an error; what is already a ScreeningError stays as it is. */
export function asScreeningError(path: string, cause: unknown): ScreeningError {
  if (cause instanceof ScreeningError) return cause;
  const { message } = Object(cause) as { message?: unknown };
  const reason = typeof message === 'string' ? message : String(cause);
  return new ScreeningError(`${basename(path)}: ${reason}`, { cause });
}
