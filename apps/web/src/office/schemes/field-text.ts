const FLAT = ['string', 'number', 'boolean'];

/** A field of a version as people read it: texts as they are, lists one a line, the rest as it is kept. */
export function fieldText(value: unknown): string {
  if (value === undefined) return '–';
  if (FLAT.includes(typeof value)) return String(value);
  if (Array.isArray(value) && value.every((one) => FLAT.includes(typeof one))) return value.join('\n') || '–';
  return JSON.stringify(value, null, 1);
}

/** What stands at a path of dots, `checklist.scoring.grades`. */
export const valueAt = (content: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      content,
    );
