import { URI } from 'otpauth';
import type { Member } from '../../apps/dev/src/play/parties.js';
import type { Seat } from './browsers.js';
import { codeIn, nextMessage, someNumber } from './messages.js';
import type { World } from './world.js';

/** Signs in over the pages as somebody who has no second factor yet: by a code to the telephone, then with an app. */
export async function signInByPages(
  world: World,
  seat: Seat,
  { personId }: Pick<Member, 'personId'>,
  language: 'en' | 'km',
): Promise<void> {
  const phone = someNumber();
  await world.parties.officer.api.request('PUT', `/v1/people/${personId}/phone`, { phone });
  const page = await seat.go(`/sign-in?returnTo=/app/&language=${language}`);
  const send = (field: string) => page.locator(`form:has(input[name=${field}]:visible) button`).click();
  await page.locator('input[name=phone]').fill(phone);
  await send('phone');
  await page.locator('input[name=code]').fill(codeIn(await nextMessage(world, phone)));
  await send('code');
  await page.locator('form[action*=enrolment] button').click();
  const app = URI.parse(await page.locator('input[name=uri]').first().inputValue());
  await page.locator('input[name=code]').fill('generate' in app ? app.generate() : '');
  await send('code');
  await page.locator('main a[href="/app/"]').click();
  await page.waitForURL(/\/app\/$/);
}
