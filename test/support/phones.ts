import { askWith, OUR_PAGE, SESSION_COOKIE, type BrowserSession } from './browser-session.js';
import { codeIn, messagesTo, nextMessage } from './messages.js';
import { JSON_TYPE, raw, type Raw } from './raw.js';
import type { World } from './world.js';

export const askForCode = (phone: string): Promise<Raw> =>
  raw('POST', '/v1/sign-in/phone', {
    headers: { ...JSON_TYPE, ...OUR_PAGE },
    body: JSON.stringify({ phone }),
  });

/**
 * Asks for a code and reads it in the outbox. The number must be known.
 * @param typed the number as it is typed
 */
export async function newCode(world: World, phone: string, typed = phone): Promise<string> {
  const before = await codesTo(world, phone);
  await askForCode(typed);
  const messages = await nextCodes(world, phone, before.length + 1);
  return messages;
}
const codesTo = async (world: World, phone: string) =>
  (await messagesTo(world, phone)).filter(({ kind }) => kind === 'phone-code');
async function nextCodes(world: World, phone: string, count: number): Promise<string> {
  const others = (await messagesTo(world, phone)).length - (await codesTo(world, phone)).length;
  return codeIn(await nextMessage(world, phone, others + count));
}

export const enterCode = (
  phone: string,
  code: string,
  invitation?: string,
  headers: Record<string, string> = OUR_PAGE,
): Promise<Raw> =>
  raw('POST', '/v1/sign-in/phone/code', {
    headers: { ...JSON_TYPE, ...headers },
    body: JSON.stringify({ phone, code, ...(invitation && { invitation }) }),
  });

/** The browser that an answer gave a session to. */
export function browserOf({ headers }: Raw): BrowserSession['ask'] {
  const cookie = headers.getSetCookie().find((one) => one.startsWith(`${SESSION_COOKIE}=`)) ?? '';
  return askWith(cookie.slice(SESSION_COOKIE.length + 1).split(';')[0] ?? '');
}

/** What an answer says, without what is of one occurrence only: its time, its request id, how often it may be asked. */
export function comparable({ status, headers, text }: Raw): unknown {
  const own = ['date', 'x-request-id', 'ratelimit', 'keep-alive', 'connection'];
  const kept = [...headers].filter(([name]) => !own.includes(name));
  return { status, headers: kept, text: text.replace(headers.get('x-request-id') ?? ' ', 'ID') };
}
