import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { ApiClient, Costs } from './api-client.js';
import type { Authenticators } from './authenticators.js';
import type { Parties } from './parties.js';
import type { Applicant } from './supplier.js';

/** Everybody of an installation, as they are kept between two starts. */
export interface Cast {
  readonly parties: Parties;
  readonly applicants: readonly Applicant[];
  /** Of those who give a second factor when they sign in. */
  readonly authenticators: Authenticators;
}

const NOT_KEPT = ['api', 'costs', 'baseUrl'];

/** Keep ids and tokens, for the owner only. */
export function saveCast(file: string, cast: Cast): void {
  const text = JSON.stringify(cast, (key, value: unknown) => (NOT_KEPT.includes(key) ? undefined : value), 2);
  const draft = `${file}.new`;
  writeFileSync(draft, `${text}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}

/** Whoever has a token can ask again, wherever the API is now. */
export function loadCast(file: string, baseUrl: string): Cast | undefined {
  if (!existsSync(file)) return undefined;
  const costs = new Costs();
  const revive = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'token' in value && typeof value.token === 'string'
      ? { ...value, api: new ApiClient(baseUrl, value.token, costs) }
      : value;
  const { parties, ...others } = JSON.parse(readFileSync(file, 'utf8'), revive) as Cast;
  return { ...others, parties: { ...parties, baseUrl, costs, entry: 'token' } };
}
