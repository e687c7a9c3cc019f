import { use, useSyncExternalStore } from 'react';
import { useMe } from '../server/me.js';
import { Device, type Snapshot } from './device.js';

let opened: { readonly personId: string; readonly device: Promise<Device> } | undefined;

/** The store of whoever is signed in; opened once for all screens of this tab. */
export function deviceOf(personId: string): Promise<Device> {
  if (opened?.personId !== personId) opened = { personId, device: Device.of(personId) };
  return opened.device;
}

/** What this device keeps for whoever is signed in. Suspends until it is open. */
export const useDevice = (): Device => use(deviceOf(useMe().person.id));

/** How the queue stands, at every change. */
export function useQueue(): Snapshot {
  const { subscribe, read } = useDevice();
  return useSyncExternalStore(subscribe, read);
}
