import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const text = (max: number) =>
  z.string().trim().min(1, 'is empty').max(max, `has more than ${max} characters`);
const degrees = (limit: number) =>
  z
    .string()
    .trim()
    .min(1, 'is empty')
    .transform(Number)
    .pipe(z.number('is not a number').min(-limit, `is below -${limit}`).max(limit, `is above ${limit}`));
const Row = z.object({
  country_code: z.literal('KH', 'must be KH: the programme is for suppliers in Cambodia'),
  name: text(200),
  address: text(500),
  sector: text(200),
  latitude: degrees(90),
  longitude: degrees(180),
});
const COLUMNS = Object.keys(Row.shape);

export interface ListedSupplier {
  readonly name: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** The file is not what was expected; the message names line and column. */
export class SupplierFileError extends Error {}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function records(csv: string, file: string): readonly Parsed[] {
  const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const;
  try {
    return parse(csv, options) as unknown as Parsed[];
  } catch (error) {
    throw new SupplierFileError(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

function readRow({ record, info }: Parsed): ListedSupplier | string[] {
  const at = `line ${info.lines}`;
  if (record.length !== COLUMNS.length)
    return [`${at}: has ${record.length} columns, expected ${COLUMNS.length} (${COLUMNS.join(',')})`];
  const read = Row.safeParse(Object.fromEntries(COLUMNS.map((column, i) => [column, record[i]])));
  if (!read.success)
    return read.error.issues.map(({ path, message }) => `${at}, column ${String(path[0])}: ${message}`);
  const { name, address, latitude, longitude } = read.data;
  return { name, address, latitude, longitude };
}

/**
 * Read suppliers in the Open Supply Hub layout.
 * @throws SupplierFileError naming every bad line with its column
 */
export function parseSuppliers(csv: string, file: string): readonly ListedSupplier[] {
  const [head, ...rows] = records(csv, file);
  const columns = head?.record.map((name) => name.trim()) ?? [];
  if (columns.join() !== COLUMNS.join())
    throw new SupplierFileError(`${file}, line 1: the columns must be ${COLUMNS.join(',')}`);
  const read = rows.map(readRow);
  const wrong = read.filter((row): row is string[] => Array.isArray(row)).flat();
  if (wrong.length > 0)
    throw new SupplierFileError([`${file} has rows that cannot be used:`, ...wrong].join('\n  '));
  if (read.length === 0) throw new SupplierFileError(`${file} has no suppliers`);
  return read.filter((row): row is ListedSupplier => !Array.isArray(row));
}

/** Read a file of suppliers. */
export async function readSuppliers(file: string): Promise<readonly ListedSupplier[]> {
  const csv = await readFile(file, 'utf8').catch((error: Error) => {
    throw new SupplierFileError(`${file} cannot be read: ${error.message}`, { cause: error });
  });
  return parseSuppliers(csv, file);
}
