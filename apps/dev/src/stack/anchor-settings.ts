import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mintSigningKey, readSigningKey } from '#persistence';

/** On a machine of development the file lies in the data folder; another party could keep it elsewhere. */
export const anchorFileOf = (dataDir: string): string => join(dataDir, 'anchors.jsonl');

/** The key of the environment, or the one that the data folder keeps beside its database. */
function signingKeyOf(dataDir: string): string {
  const { ANCHOR_SIGNING_KEY } = process.env;
  if (ANCHOR_SIGNING_KEY) return ANCHOR_SIGNING_KEY;
  const file = join(dataDir, 'anchor-key.json');
  if (!existsSync(file))
    writeFileSync(file, JSON.stringify({ key: mintSigningKey() }), { mode: 0o600, flag: 'wx' });
  return (JSON.parse(readFileSync(file, 'utf8')) as { key: string }).key;
}

/** What the worker needs to anchor the journal, and the API to tell with which key. */
export function anchorSettingsOf(dataDir: string, service: 'api' | 'worker'): NodeJS.ProcessEnv {
  const key = signingKeyOf(dataDir);
  if (service === 'api') return { ANCHOR_PUBLIC_KEYS: readSigningKey(key).publicKey };
  return { ANCHOR_FILE: anchorFileOf(dataDir), ANCHOR_SIGNING_KEY: key };
}
