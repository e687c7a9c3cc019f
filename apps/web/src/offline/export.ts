import type { Entry } from './entry.js';
import type { Queue } from './queue.js';

const PIECE = 0x8000;
/** Bytes as text, a piece at a time: a photo is longer than a call may have arguments. */
export function base64(bytes: ArrayBuffer): string {
  const all = new Uint8Array(bytes);
  let text = '';
  for (let at = 0; at < all.length; at += PIECE) text += String.fromCharCode(...all.subarray(at, at + PIECE));
  return btoa(text);
}

async function exported(queue: Queue, entry: Entry): Promise<string> {
  if (entry.kind === 'fact') {
    const [body, theirs] = await Promise.all([queue.bodyOf(entry.id), queue.theirsOf(entry.id)]);
    return JSON.stringify({ ...entry, body, ...(theirs !== undefined && { theirs }) });
  }
  const bytes = await queue.bytesOf(entry.id);
  return JSON.stringify({ ...entry, ...(bytes && { base64: base64(bytes) }) });
}

/**
 * Everything that waits on this device, readable, as one JSON file: facts with what they say and photos as base64. Nothing
 * leaves the queue by it.
 */
export async function unsentFile(
  queue: Queue,
  by: { readonly id: string; readonly name: string },
): Promise<Blob> {
  const parts: string[] = [
    `{"format":"selvedge-unsent/1","exportedAt":${JSON.stringify(new Date().toISOString())},"by":${JSON.stringify(by)},"entries":[`,
  ];
  for (const [nth, entry] of (await queue.list()).entries())
    parts.push(nth === 0 ? '' : ',', await exported(queue, entry));
  parts.push(']}');
  return new Blob(parts, { type: 'application/json' });
}
