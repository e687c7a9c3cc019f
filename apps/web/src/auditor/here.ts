import { useEffect, useState } from 'react';

export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}
export interface Here extends Spot {
  readonly accuracyM: number;
}

const EARTH_KM = 6371;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;
/** As the crow flies. */
export function kilometres(one: Spot, other: Spot): number {
  const [dLat, dLon] = [rad(other.latitude - one.latitude), rad(other.longitude - one.longitude)];
  const a =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(rad(one.latitude)) * Math.cos(rad(other.latitude)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(a)));
}

const PATIENCE_MS = 15_000;
/** Where this device is. Asks the person the first time. */
export const findHere = (): Promise<Here> =>
  new Promise((done, failed) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        done({ latitude, longitude, accuracyM: Math.round(accuracy) }),
      failed,
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    ),
  );

type Permission = 'granted' | 'prompt' | 'denied';
/** Where this device is, if the person let it say so before; and a way to ask. */
export function useHere() {
  const [here, setHere] = useState<Here>();
  const [permission, setPermission] = useState<Permission>('prompt');
  const look = () =>
    findHere().then(
      (spot) => (setHere(spot), setPermission('granted')),
      ({ code }: GeolocationPositionError) => setPermission(code === 1 ? 'denied' : 'granted'),
    );
  useEffect(() => {
    void navigator.permissions
      ?.query({ name: 'geolocation' })
      .then(({ state }) => {
        setPermission(state);
        if (state === 'granted') void look();
      })
      .catch(() => undefined);
  }, []);
  return { here, permission, look };
}
