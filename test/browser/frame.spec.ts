import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../apps/dev/src/play/api-client.js';
import { Browsers } from '../support/browsers.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

describe('the web app', () => {
  let world: World;
  let browsers: Browsers;
  beforeAll(async () => {
    world = await World.open();
    browsers = await Browsers.open(world);
  });
  afterAll(async () => {
    await browsers?.close();
    await world?.close();
  });

  it('sends whoever is not signed in to the sign-in, and back to where they wanted to go', async () => {
    const seat = await browsers.stranger();
    const asked: string[] = [];
    seat.page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    const page = await seat.go('/app/notifications');
    expect(page.url()).toMatch(/\/sign-in\?returnTo=%2Fapp%2Fnotifications$/);
    expect(asked.slice(0, 2)).toEqual(['/app/notifications', '/sign-in']);
  });

  it('comes while somebody signs in', async () => {
    const seat = await browsers.stranger();
    const page = await seat.go('/sign-in');
    const app = await (await fetch(`${world.stack.apiUrl}/app/`)).text();
    const first = [...app.matchAll(/"(\/app\/assets\/[^"]+\.(?:js|css))"/g)].map(([, address]) => address);
    expect(first.length).toBeGreaterThan(1);
    const came = () =>
      page.evaluate<string[]>(
        `performance.getEntriesByType('resource').filter(({ responseStatus }) => responseStatus === 200).map(({ name }) => new URL(name).pathname)`,
      );
    // The browser asks for them when it has nothing else to do.
    await until(came, (there) => first.every((address) => there.includes(address ?? '')));
    expect(await seat.barriers()).toEqual([]);
  });

  it('shows a supplier where each case stands, in three languages and on two screens', async () => {
    const story = await Story.open(world);
    for (const width of [360, 1280] as const)
      for (const [language, said] of [
        ['km', 'កំពុងបំពេញពាក្យស្នើសុំ'],
        ['en', 'The application is being filled in'],
        ['zh', '正在填写申请'],
      ] as const) {
        const seat = await browsers.as(story.applicant.member, { width, language });
        const page = await seat.go('/app/');
        await page.getByText(said).first().waitFor();
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await seat.barriers()).toEqual([]);
        await seat.context.close();
      }
  });

  it('says that a page is not there, or not for whoever asks, and leads home', async () => {
    const [own, others] = [await Story.open(world), await Story.open(world)];
    const seat = await browsers.as(own.applicant.member, { width: 360 });
    for (const path of [`/app/qualifications/${others.id}`, '/app/nothing-of-this-name']) {
      const page = await seat.see(path);
      await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor();
      const found = await seat.barriers();
      // The browser tells of the answer 404, and React of what it caught.
      expect(found.filter((fault) => !/status of 404|There is no such/.test(fault))).toEqual([]);
    }
    await seat.page.getByRole('link', { name: 'To the first page' }).click();
    await seat.page.getByText('The application is being filled in').first().waitFor();
    await seat.context.close();
  });

  it('carries a policy without inline scripts, and a nonce that is new with every answer', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () =>
        (await fetch(`${world.stack.apiUrl}/app/`)).headers.get('content-security-policy'),
      ),
    );
    expect(policies[0]).toContain("script-src 'self';");
    expect(policies[0]).not.toContain('unsafe');
    expect(policies[0]).not.toBe(policies[1]);
    const page = await (await fetch(`${world.stack.apiUrl}/app/qualifications/1`)).text();
    expect(page).not.toMatch(/<script(?![^>]* src=)/);
    expect(page).not.toContain('{{nonce}}');
  });

  it('keeps its files for ever under their hashes, and answers 404 for one that is gone', async () => {
    const page = await (await fetch(`${world.stack.apiUrl}/app/`)).text();
    const [, script] = /src="(\/app\/assets\/[^"]+)"/.exec(page) ?? [];
    const answer = await fetch(`${world.stack.apiUrl}${script}`, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect((await fetch(`${world.stack.apiUrl}/app/assets/gone.js`)).status).toBe(404);
  });
});
