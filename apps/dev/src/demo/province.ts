import { PROVINCES } from '#domain';

const RADIANS = Math.PI / 180;

/** The province whose middle is nearest. */
export function nearestProvince(latitude: number, longitude: number): string {
  const east = Math.cos(latitude * RADIANS);
  const distance = ({ lat, lon }: { lat: number; lon: number }): number =>
    Math.hypot(lat - latitude, (lon - longitude) * east);
  const [nearest] = PROVINCES.toSorted((a, b) => distance(a) - distance(b));
  if (!nearest) throw new Error('no province is known');
  return nearest.iso;
}
