import { canonical } from '../offline/contents.js';

const encoder = new TextEncoder();
async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', encoder.encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export interface DigestedFact {
  readonly item: string;
  readonly version: number;
  readonly content: unknown;
}
/** The digest of a paper, as the receipt of a submission has it: `AuditSubmission` of the contracts says how. */
export async function paperDigest(facts: readonly DigestedFact[]): Promise<string> {
  const rows = [...facts]
    .sort((one, other) => (one.item < other.item ? -1 : 1))
    .map(async ({ item, version, content }) => [item, version, await sha256(canonical(content))]);
  return sha256(canonical(await Promise.all(rows)));
}
