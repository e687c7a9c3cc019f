import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const BUILT = resolve(import.meta.dirname, '../../dist/web');
const manifest = JSON.parse(readFileSync(resolve(BUILT, '.vite/manifest.json'), 'utf8'));

/** The files that a browser needs for these modules: theirs and all that they import at once. */
function needed(modules) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const other of manifest[name]?.imports ?? []) visit(other);
  };
  modules.forEach(visit);
  return new Set([...found].map((name) => manifest[name]?.file).filter((file) => file?.endsWith('.js')));
}
const of = (role) => Object.keys(manifest).filter((name) => name.startsWith(`src/${role}/`));

const first = needed(['index.html', 'src/app/home.tsx', 'src/supplier/home.tsx']);
const auditor = [...needed([...of('auditor'), 'src/app/case.tsx'])].filter((file) => !first.has(file));
const entry = (name, files, limit) => ({
  name,
  limit,
  gzip: true,
  path: [...files].map((file) => resolve(BUILT, file)),
});

/** What a person's line has to carry, compressed as gzip does. A phone in a village does not pay for an office's charts. */
const budgets = [
  entry("a supplier's first load", first, '200 kB'),
  entry("an auditor's pages beside it", auditor, '60 kB'),
];
const charts = Object.values(manifest).filter(({ file }) => /heavy-|leaflet|pdfjs/i.test(file));
for (const { file } of charts)
  if (first.has(file) || auditor.includes(file))
    throw new Error(`${file} is loaded by who does not need it.`);

// The one way that size-limit reads its settings.
export default budgets;
