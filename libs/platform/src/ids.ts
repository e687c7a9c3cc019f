import { createHash, randomBytes } from 'node:crypto';

const format = (bytes: Buffer, version: number): string => {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
};

/** A new primary key (UUID version 7, RFC 9562): later ones sort after earlier ones, to the millisecond. */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  return format(bytes, 7);
}

/**
 * A UUID (version 8, RFC 9562) made from parts: the same parts give the same id, and no parts run into each other.
 */
export const uuidFromParts = (...parts: readonly string[]): string =>
  format(createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16), 8);
