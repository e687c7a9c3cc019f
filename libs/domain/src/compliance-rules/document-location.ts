import { distanceMetres } from './duplicate.js';
import { because, type RuleResult } from './result.js';

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}
const FAR_METRES = 300;
const point = ({ latitude, longitude }: Place) => ({ lat: latitude, lon: longitude });

/**
 * Whether a photo that is to show the site was taken there (check 16): less than 300 m away. Without either place there
 * is nothing to compare; the place is what camera or telephone say, so a distance is for an officer to judge.
 */
export function checkLocation(photo: Place | undefined, site: Place | undefined): RuleResult {
  const metres = photo && site ? distanceMetres(point(photo), point(site)) : 0;
  return metres >= FAR_METRES
    ? { verdict: 'WARN', explanation: [because('far-from-site', { metres: Math.round(metres) })] }
    : { verdict: 'PASS', explanation: [] };
}
