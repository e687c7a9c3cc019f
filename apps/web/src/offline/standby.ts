import type { MeView } from '#client';
import type { Device } from './device.js';
import { deviceOf } from './use-device.js';

const LAST = 'selvedge.person';
const NAME = 'standby';
const DAY_MS = 86_400_000;
/** For so long after somebody was last known to be signed in the app opens without asking. */
const LEASE_MS = 7 * DAY_MS;

/** What the app needs to open when nobody answers: who works here, and what lists count days by. */
export interface Standby {
  readonly me: MeView;
  readonly holidays: Readonly<Record<string, readonly string[]>>;
  /** When the API last said so, by the clock of this device. */
  readonly at: number;
}

/** Keeps it for the next time that the app opens. */
export async function standBy(device: Device, standby: Standby): Promise<void> {
  await device.keepPack(NAME, standby);
  localStorage.setItem(LAST, standby.me.person.id);
}

/** Whether somebody worked here whom the app may know without asking. */
export const somebodyWasHere = (): boolean => localStorage.getItem(LAST) !== null;

/** Who worked here last, unless they signed out, were signed out by somebody, or were not heard of for a week. */
export async function standbyHere(): Promise<Standby | undefined> {
  const personId = localStorage.getItem(LAST);
  if (!personId) return undefined;
  const kept = await (await deviceOf(personId)).pack<Standby>(NAME);
  return kept && Date.now() - kept.at < LEASE_MS ? kept : undefined;
}

/** From now on the app opens for nobody without asking. What waits on the device stays there, sealed. */
export const leave = (): void => localStorage.removeItem(LAST);

/** Somebody ended the session of whoever works here: what was read goes, what was not sent waits for the same person. */
export async function revokeHere(): Promise<void> {
  const personId = localStorage.getItem(LAST);
  // Only then: several questions are told at once that the session ended, and each goes on to the sign-in when all is gone.
  try {
    if (personId) await (await deviceOf(personId)).revoke();
  } finally {
    leave();
  }
}
