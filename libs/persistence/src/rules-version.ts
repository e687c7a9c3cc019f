import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256Hex } from './canonical.js';

let known: string | undefined;

/**
 * Which rules this process decides by: twelve hex digits of the SHA-256 over every file of the domain, specs and fixtures
 * aside. The same rules have the same version whoever built them and whenever.
 */
export function rulesVersion(): string {
  known ??= digestOf(dirname(fileURLToPath(import.meta.resolve('#domain'))));
  return known;
}

function digestOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name) && !/\.(?:spec|fixture|d)\.[jt]s$/.test(name))
    .sort();
  return sha256Hex(
    files.map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`).join('\n'),
  ).slice(0, 12);
}
