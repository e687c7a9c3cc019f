import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { ScreeningError } from '../list-entry.js';
import type { NameKind } from '../matching/comparable-name.js';

/** Two names and what people said of them: of one party or not. `category` is the kind of deviation, or `''`. */
export type LabelledPair = {
  schema: string;
  kind: NameKind;
  name1: string;
  name2: string;
  match: boolean;
  category: string;
};

/** How many parts a set is divided into for cross-validation. */
export const FOLDS = 5;

const COLUMNS = ['schema', 'name1', 'name2', 'is_match', 'category'];

/**
 * Reads labelled pairs: a CSV file with the header `schema,name1,name2,is_match,category`. The schema `Person` is a
 * person, every other one (`Company`, `Organization`, `LegalEntity`) is compared as a firm.
 * @throws ScreeningError when the file cannot be read, has another header or an answer besides `true` and `false`
 */
export async function readLabelledPairs(path: string): Promise<LabelledPair[]> {
  const pairs: LabelledPair[] = [];
  try {
    const rows = parse({ columns: true, skip_empty_lines: true, bom: true });
    // An error of either stream reaches the loop below, so nothing is left for this callback.
    pipeline(createReadStream(path), rows, () => undefined);
    for await (const row of rows) pairs.push(toPair(row as Record<string, string>));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ScreeningError(`labelled pairs: ${reason}`, { cause });
  }
  if (pairs.length === 0) throw new ScreeningError('labelled pairs: no rows');
  return pairs;
}

function toPair(row: Record<string, string>): LabelledPair {
  const missing = COLUMNS.find((column) => row[column] === undefined);
  if (missing) throw new Error(`no column ${missing}`);
  const { schema = '', name1 = '', name2 = '', is_match: answer = '', category = '' } = row;
  if (answer !== 'true' && answer !== 'false') throw new Error(`"${answer}" is neither true nor false`);
  const kind = schema === 'Person' ? 'person' : 'entity';
  return { schema, kind, name1, name2, match: answer === 'true', category };
}

/**
 * The fold of a pair: SHA-256 of `schema|name1|name2`, the names in alphabetical order, modulo 5. So neither the order
 * of the file nor chance has a part in it, and a pair that is there twice, or the other way round, is in one fold.
 */
export function foldOf({ schema, name1, name2 }: Pick<LabelledPair, 'schema' | 'name1' | 'name2'>): number {
  const text = [schema, ...[name1, name2].sort()].join('|');
  return Number(BigInt(`0x${createHash('sha256').update(text).digest('hex')}`) % BigInt(FOLDS));
}
