import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mintSealingKey } from '#persistence';

/** The variables that hold keys to seal with. */
export interface SealingKeys {
  readonly SEALING_KEYS: string;
  readonly SAFEGUARDING_KEYS: string;
}
export const mintSealingKeys = (): SealingKeys => ({
  SEALING_KEYS: mintSealingKey('development'),
  SAFEGUARDING_KEYS: mintSealingKey('development'),
});

/** The keys of the environment or, on a machine of development, those that the data folder keeps beside its database. */
export function sealingKeysOf(dataDir: string): SealingKeys {
  const { SEALING_KEYS, SAFEGUARDING_KEYS } = process.env;
  if (SEALING_KEYS && SAFEGUARDING_KEYS) return { SEALING_KEYS, SAFEGUARDING_KEYS };
  const file = join(dataDir, 'sealing-keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as SealingKeys;
  const keys = mintSealingKeys();
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600, flag: 'wx' });
  return keys;
}
