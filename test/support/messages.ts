import { randomInt } from 'node:crypto';
import type { MessageView } from '#contracts';
import { until } from '../../apps/dev/src/play/api-client.js';
import { everyItem } from './pages.js';
import type { World } from './world.js';

/** Messages to an address that the outbox shows the office, newest first. */
export async function messagesTo(world: World, address: string): Promise<readonly MessageView[]> {
  const all = await everyItem<MessageView>(world.parties.officer.api, '/v1/messages?limit=200');
  return all.filter(({ to }) => to.address === address);
}

/** Waits until so many were sent to the address; the newest one. */
export async function nextMessage(world: World, address: string, count = 1): Promise<MessageView> {
  const seen = await until(
    () => messagesTo(world, address),
    (found) => found.length >= count,
  );
  return seen[0] as MessageView;
}

export const codeIn = ({ text }: MessageView): string => /\b\d{6}\b/.exec(text)?.[0] ?? '';
export const secretIn = ({ text }: MessageView): string => /\/invitation\/([\w-]{43})/.exec(text)?.[1] ?? '';

/** A Cambodian mobile number that no other test has. */
export const someNumber = (): string => `+85512${String(randomInt(10_000_000)).padStart(7, '0')}`;
