import 'fake-indexeddb/auto';
import { openDeviceStore, type DeviceStore } from './device-store.js';
import type { Entry, Place } from './entry.js';
import { Queue, type Photo } from './queue.js';
import { Vault } from './vault.js';

let nth = 0;
/** The store of a device that nobody had before. */
export const freshStore = (): Promise<DeviceStore> => {
  nth += 1;
  return openDeviceStore(`person-${nth}`);
};
export const queueOn = async (store: DeviceStore): Promise<Queue> =>
  new Queue(store, await Vault.of(store), () => undefined);

export const placeOf = (item: string, more: Partial<Place> = {}): Place => ({
  ...{ name: `answer/case-1/${item}`, caseId: 'case-1', method: 'PUT' as const },
  url: `/v1/qualifications/case-1/audit/answers/${item}`,
  ...more,
});
export const somePhoto = (bytes = new Uint8Array([1, 2, 3]).buffer): Photo => ({
  ...{ fileName: 'gate.jpg', fileType: 'image/jpeg', size: bytes.byteLength, sha256: 'ab', bytes },
  metadata: { target: 'answer', item: 'BL-01', qualificationId: 'case-1' },
});
export const states = (entries: readonly Entry[]): readonly string[] =>
  entries.map(({ place, state, problem }) =>
    [place.split('/').at(-1), state, problem].filter(Boolean).join(' '),
  );
