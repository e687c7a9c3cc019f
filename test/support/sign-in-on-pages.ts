import { TOTP, URI } from 'otpauth';
import type { Member } from '../../apps/dev/src/play/parties.js';
import type { Seat } from './browsers.js';
import { codeIn, messagesTo, nextMessage, someNumber } from './messages.js';
import type { World } from './world.js';

const FACTOR = '/sign-in/second-factor';

/** Somebody signs in by telephone, enrols an authenticator app, gives its code, and goes on to the app: all of it on the pages. */
export async function signInOnPages(world: World, seat: Seat, { personId }: Member): Promise<void> {
  const phone = someNumber();
  await world.parties.officer.api.request('PUT', `/v1/people/${personId}/phone`, { phone });
  const before = (await messagesTo(world, phone)).length;
  const page = await seat.go('/app/');
  await page.locator('input[name=phone]').fill(phone);
  await page.locator('form:has(input[name=phone]) button').click();
  await page.locator('input[name=code]').fill(codeIn(await nextMessage(world, phone, before + 1)));
  await page.locator('form:has(input[name=code]) button').click();
  await page.waitForURL((url) => url.pathname === FACTOR);
  await page.locator(`form[action*="${FACTOR}/enrolment"] button`).click();
  const app = URI.parse(await page.locator('input[name=uri]').first().inputValue()) as TOTP;
  await page.locator('input[name=code]').fill(app.generate());
  await page.locator('form:has(input[name=code]) button').click();
  await page.locator('a.button[href="/app/"]').click();
  await page.waitForURL(/\/app\/$/);
}
