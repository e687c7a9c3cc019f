import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installOffice } from '../../apps/dev/src/play/parties.js';
import { repositoryRoot } from '../../apps/dev/src/stack/repository.js';
import { startStack } from '../../apps/dev/src/stack/stack.js';
import { Browsers, type Screen, type Seat } from './browsers.js';
import { byPerson, playScenes, screensOf, type ScreenPlace } from './screens.js';
import { World } from './world.js';

const LANGUAGES = ['km', 'en', 'zh'] as const;
const WIDTHS = [360, 1280] as const;

/** Pictures of every page in three languages on two screens, for people to look at: `.selvedge/shots`. */
const folder = join(repositoryRoot(), '.selvedge/shots');
/** Beginnings of names on the command line: only these pages. */
const only = process.argv.slice(2);

type Theirs = readonly [who: ScreenPlace['who'], places: readonly ScreenPlace[]];

async function shoot(
  seat: Seat,
  { name, path }: ScreenPlace,
  { language, width }: Required<Screen>,
): Promise<void> {
  const page = await seat.see(path);
  const usual = page.viewportSize();
  // As tall as the page: what stands at the foot of a screen would hide a line in the middle of the picture.
  const tall = await page.evaluate<number>('document.documentElement.scrollHeight');
  if (usual) await page.setViewportSize({ width, height: Math.max(tall, usual.height) });
  const file = `${name}-${language}-${width}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: true });
  if (usual) await page.setViewportSize(usual);
  for (const fault of seat.faults.splice(0)) console.log(`${file}: ${fault}`);
}

/** Everything that one person sees, on every screen. */
async function shootAll(browsers: Browsers, [who, places]: Theirs): Promise<void> {
  console.log(`  ${places.map(({ name }) => name).join(', ')}`);
  for (const width of WIDTHS)
    for (const language of LANGUAGES) {
      const seat = await browsers.as(who, { width, language });
      for (const place of places) await shoot(seat, place, { width, language });
      await seat.context.close();
    }
}

async function run(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'selvedge-shots-'));
  const stack = await startStack({ dataDir, log: (line) => console.log(`  ${line}`) });
  try {
    const { databaseUrl, runtimeUrl, temporalAddress, apiUrl, instanceId } = stack;
    const office = await installOffice(databaseUrl);
    const world = await World.open({ databaseUrl, runtimeUrl, temporalAddress, apiUrl, instanceId, office });
    const browsers = await Browsers.open(world);
    console.log('  playing the cases that the pages show ...');
    const screens = screensOf(world, await playScenes(world));
    const wanted = screens.filter(
      ({ name }) => only.length === 0 || only.some((start) => name.startsWith(start)),
    );
    for (const theirs of byPerson(wanted)) await shootAll(browsers, theirs);
    await browsers.close();
    await world.close();
    console.log(`  ${wanted.length * WIDTHS.length * LANGUAGES.length} pictures in ${folder}`);
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await run();
