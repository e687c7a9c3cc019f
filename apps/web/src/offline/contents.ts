/** Names under which contents are kept. Ids of entries are UUIDs, so that none of them is another's. */
export const bodyOf = (entryId: string): string => entryId;
/** What stood at the place of an entry when it was not taken. */
export const theirsOf = (entryId: string): string => `${entryId}/theirs`;
export const knownOf = (place: string): string => `known/${place}`;

/**
 * What somebody wrote, as the API keeps it: texts without blanks around them and in one Unicode form, so that what was sent and what
 * is read have the same digest. Texts of nothing are left out.
 */
export function tidied(value: unknown): unknown {
  if (typeof value === 'string') return value.trim().normalize('NFC');
  if (Array.isArray(value)) return value.map(tidied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, tidied(part)] as const)
      .filter(([, part]) => part !== undefined && part !== ''),
  );
}

/** JSON with its names in order (RFC 8785, for what facts hold: no numbers that JSON writes in two ways). */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
export const alike = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
