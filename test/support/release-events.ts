import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { breaksOf, releaseOfNow, type Release } from '#contracts';

/** `npm run release-events`: keeps what events look like now as the next release, if no receiver of the last one minds. */
const folder = join(process.cwd(), 'libs/contracts/released');
mkdirSync(folder, { recursive: true });
const releases = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Release,
);
const last = releases.sort((a, b) => a.release - b.release).at(-1);
const next = releaseOfNow((last?.release ?? 0) + 1);

const breaks = last ? breaksOf(last, next) : [];
const same = last && JSON.stringify(last.schemas) === JSON.stringify(next.schemas);
if (breaks.length > 0) {
  console.error(`Receivers of release ${last?.release} would not bear this:\n${breaks.join('\n')}`);
  process.exitCode = 1;
} else if (same) console.log(`Nothing has changed since release ${last.release}.`);
else {
  writeFileSync(join(folder, `${next.release}.json`), JSON.stringify(next, null, 2));
  console.log(`Release ${next.release} is in ${folder}.`);
}
