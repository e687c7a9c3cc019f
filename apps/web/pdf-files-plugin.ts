import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
/** Character maps and fonts that a PDF names without bringing them; readers of two kinds of pictures that scanners make. */
const FILES: Readonly<Record<string, RegExp>> = {
  cmaps: /\.bcmap$/,
  standard_fonts: /\.(?:pfb|ttf)$/,
  wasm: /\.wasm$/,
};

/** What the reader of PDF asks for by name, beside the app under the version of the reader, so that it can be kept for ever. */
export function pdfFiles(): Plugin {
  return {
    name: 'selvedge-pdf-files',
    generateBundle() {
      for (const [folder, wanted] of Object.entries(FILES))
        for (const name of readdirSync(join(root, folder)).filter((one) => wanted.test(one)))
          this.emitFile({
            type: 'asset',
            fileName: `assets/pdf-${version}/${folder}/${name}`,
            source: readFileSync(join(root, folder, name)),
          });
    },
  };
}
