import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
/** Families, weights and the scripts of them that pages are set in. Other scripts are set in what the machine has. */
const FAMILIES = ['@fontsource/noto-sans', '@fontsource/noto-sans-khmer'];
const WEIGHTS = [400, 700];
const SCRIPTS = ['latin', 'latin-ext', 'khmer'];

/** A face with its font in it, where it is one of the scripts we want; nothing is loaded then. */
function inlined(face: string, family: string, weight: number): string {
  const [, script = ''] =
    new RegExp(`${family.split('/')[1]}-([a-z-]+)-${weight}-normal\\.woff2`).exec(face) ?? [];
  // Of the family for Khmer its Khmer alone: one design for all Latin.
  if (!SCRIPTS.includes(script) || (family.endsWith('-khmer') && script !== 'khmer')) return '';
  const file = resolve(`${family}/files/${family.split('/')[1]}-${script}-${weight}-normal.woff2`);
  const source = `url(data:font/woff2;base64,${readFileSync(file, 'base64')}) format("woff2")`;
  return face.replace(/src:[^;]+;/, `src: ${source};`).replace(/font-display:[^;]+;/, 'font-display: block;');
}

let read: string | undefined;
/** The faces of printed pages as style, read once. */
export function fontFaces(): string {
  read ??= FAMILIES.flatMap((family) =>
    WEIGHTS.flatMap((weight) => {
      const faces =
        readFileSync(resolve(`${family}/${weight}.css`), 'utf8').match(/@font-face\s*\{[^}]*\}/g) ?? [];
      return faces.map((face) => inlined(face, family, weight));
    }),
  ).join('');
  return read;
}
