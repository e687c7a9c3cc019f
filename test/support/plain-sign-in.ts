import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import type { MeView } from '#contracts';
import { codeIn, messagesTo, nextMessage, someNumber } from './messages.js';
import { PlainBrowser } from './plain-browser.js';
import { Story } from './story.js';
import type { World } from './world.js';

export const me = ({ browser }: PlainBrowser): Promise<MeView> => browser.client().get<MeView>('/v1/me');
export const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** People who sign in over plain forms. */
export async function signingIn(world: World) {
  const story = await Story.open(world);
  const registry = registryOf(world.parties);
  const withPhone = async (member: Member): Promise<string> => {
    const phone = someNumber();
    await world.parties.officer.api.request('PUT', `/v1/people/${member.personId}/phone`, { phone });
    return phone;
  };
  /** The code that comes after the number was sent. */
  const codeAfter = async (phone: string, send: () => Promise<unknown>): Promise<string> => {
    const before = (await messagesTo(world, phone)).length;
    await send();
    return codeIn(await nextMessage(world, phone, before + 1));
  };
  return {
    ...{ story, withPhone, codeAfter },
    supplier: () => registry.member(story.applicant.supplierId, 'Srey', 'supplier'),
    officer: (name: string) => registry.member(world.parties.office.organisationId, name, 'officer'),
    /** Signed in by telephone, on the way to a page of the service. */
    signedIn: async (phone: string, returnTo = '/problems'): Promise<PlainBrowser> => {
      const browser = new PlainBrowser();
      await browser.open(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
      const code = await codeAfter(phone, () => browser.send({ phone }));
      await browser.send({ code });
      return browser;
    },
  };
}
