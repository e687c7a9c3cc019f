import { PROVINCES, type Province } from '#domain';

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}
const DIGITS = 6;
export const rounded = ({ latitude, longitude }: Point): Point => ({
  latitude: Number(latitude.toFixed(DIGITS)),
  longitude: Number(longitude.toFixed(DIGITS)),
});

/** The province whose middle is nearest to a point: good enough to notice that it is in another one. */
export function provinceNear({ latitude, longitude }: Point): Province | undefined {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const away = ({ lat, lon }: Province): number => (lat - latitude) ** 2 + ((lon - longitude) * shrink) ** 2;
  return [...PROVINCES].sort((one, other) => away(one) - away(other))[0];
}

/** Whether it lies in Cambodia, or hardly outside: a point at sea or abroad is a slip. */
export const isInCambodia = ({ latitude, longitude }: Point): boolean =>
  latitude > 9.8 && latitude < 14.8 && longitude > 102.2 && longitude < 107.8;

const COORDINATES = /^\s*(-?\d{1,2}\.\d+)\s*[,;\s]\s*(-?\d{1,3}\.\d+)\s*$/;
/** A point as maps copy it: `11.5321, 104.8312`. */
export function pointIn(text: string): Point | undefined {
  const [, latitude, longitude] = COORDINATES.exec(text) ?? [];
  return latitude && longitude
    ? rounded({ latitude: Number(latitude), longitude: Number(longitude) })
    : undefined;
}
