import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Beside the compiled API, and from its sources. */
const PLACES = ['../../../../web', '../../../../dist/web', '../../../../../dist/web'];

/** What the build of the web app left. */
export interface BuiltApp {
  readonly folder: string;
  /** Its one page, with a mark where the nonce of an answer goes. */
  readonly template: string;
  /** Addresses of the scripts and styles that it begins with. */
  readonly first: readonly string[];
}

/** The built app; nothing where it was not built. */
export function builtApp(): BuiltApp | undefined {
  const folder = PLACES.map((place) => resolve(import.meta.dirname, place)).find((place) =>
    existsSync(join(place, 'index.html')),
  );
  if (!folder) return undefined;
  const template = readFileSync(join(folder, 'index.html'), 'utf8');
  const first = [...template.matchAll(/"(\/app\/assets\/[^"]+\.(?:js|css))"/g)].map(
    ([, address = '']) => address,
  );
  return { folder, template, first };
}
