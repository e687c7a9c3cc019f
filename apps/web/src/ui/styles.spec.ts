import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';

const SOURCES = join(import.meta.dirname, '..');
const styles = join(dirname(createRequire(import.meta.url).resolve('@mantine/core')), '../styles');
const read = (name: string): string => readFileSync(join(SOURCES, name), 'utf8');

it('every component of Mantine that a page uses comes with its styles', () => {
  const used = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) => [...read(name).matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)])
    .flatMap(([, names]) => (names ?? '').split(',').map((name) => name.trim().replace(/^type /, '')));
  const styled = [...new Set(used)].filter((name) => existsSync(join(styles, `${name}.css`)));
  expect(styled.length).toBeGreaterThan(10);
  const there = `${read('app/styles.css')}\n${read('ui/more-styles.ts')}`;
  expect(styled.filter((name) => !there.includes(`/styles/${name}.css`))).toEqual([]);
});
