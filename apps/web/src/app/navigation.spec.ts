import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { NAVIGATION } from './navigation.js';

it('leads to pages that are there', () => {
  const sources = join(import.meta.dirname, '..');
  const routes = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('routes.ts'))
    .map((name) => readFileSync(join(sources, name), 'utf8'))
    .join('\n');
  const paths = [...routes.matchAll(/path: '([^']+)'/g)].map(([, path]) => path);
  const led = Object.values(NAVIGATION).flatMap((items) => items.map(({ to }) => to));
  expect(led.filter((to) => !paths.includes(to))).toEqual([]);
});
