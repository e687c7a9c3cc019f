import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browsers } from '../support/browsers.js';
import { byPerson, playScenes, screensOf, type ScreenPlace } from '../support/screens.js';
import { World } from '../support/world.js';

const PHONE = { width: 360, language: 'km' } as const;
const DESK = { width: 1280, language: 'en' } as const;
/** As the names of pages begin. */
const ROLES = ['supplier', 'auditor', 'buyer', 'office'] as const;

describe('every page of the app', () => {
  let world: World;
  let browsers: Browsers;
  let places: readonly ScreenPlace[];
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
    places = screensOf(world, await playScenes(world));
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });

  it.each([PHONE, DESK].flatMap((screen) => ROLES.map((role) => ({ role, ...screen }))))(
    'can be used by everybody, breaks no policy, logs no error and fits its screen: $role, $width px, $language',
    async ({ role, ...screen }) => {
      const found: string[] = [];
      const ofRole = places.filter(({ name }) => name.startsWith(`${role}-`));
      expect(ofRole.length).toBeGreaterThan(0);
      for (const [who, theirs] of byPerson(ofRole)) {
        const seat = await browsers.as(who, screen);
        for (const { name, path } of theirs) {
          const page = await seat.see(path);
          found.push(...(await seat.barriers()).map((barrier) => `${name}: ${barrier}`));
          seat.faults.length = 0;
          const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
          if (wide) found.push(`${name}: is wider than its screen`);
        }
        await seat.context.close();
      }
      expect(found).toEqual([]);
    },
  );
});
