import { PROVINCES } from '#domain';
import { useSay } from '../../words/words.js';

const BOUNDS = { west: 102.2, east: 107.7, south: 10.3, north: 14.8 };
/** Ten units for a tenth of a degree; degrees of longitude are a little shorter here. */
const SCALE = 100;
const SHORTER = Math.cos((12.5 * Math.PI) / 180);
const x = (longitude: number): number => (longitude - BOUNDS.west) * SCALE * SHORTER;
const y = (latitude: number): number => (BOUNDS.north - latitude) * SCALE;

interface LocatorProps {
  readonly latitude: number;
  readonly longitude: number;
}
/** Whereabouts in the country: a grey dot in the middle of each province, the site as a pin. No map is fetched for it. */
export function Locator({ latitude, longitude }: LocatorProps) {
  const say = useSay();
  return (
    <svg
      className="locator"
      viewBox={`0 0 ${x(BOUNDS.east)} ${y(BOUNDS.south)}`}
      role="img"
      aria-label={say('buyer.place.locator')}
    >
      {PROVINCES.map(({ iso, lat, lon }) => (
        <circle key={iso} cx={x(lon)} cy={y(lat)} r={6} className="locator-province" />
      ))}
      <circle cx={x(longitude)} cy={y(latitude)} r={14} className="locator-site" />
    </svg>
  );
}
