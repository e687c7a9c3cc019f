import { createHash } from 'node:crypto';
import type { ListEntry } from './list-entry.js';

/**
 * SHA-256 of what is compared of an entry: kind, names with their quality, countries, births, numbers. The order in
 * which the publisher gives them makes no difference; what is not compared (programme, addresses) is left out, so that
 * a change of it screens nobody again.
 */
export function digestOf({ kind, names, countries, births, idNumbers }: ListEntry): string {
  const content = [
    kind,
    names.map(({ name, quality }) => `${quality} ${name}`).sort(),
    [...countries].sort(),
    births.map(({ from, to }) => `${from}-${to}`).sort(),
    [...idNumbers].sort(),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
