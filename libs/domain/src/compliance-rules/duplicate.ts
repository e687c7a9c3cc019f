import { because, type Explanation, type RuleResult } from './result.js';

/** What tells one organisation's site from another's. */
export interface DuplicateRow {
  readonly organisationId: string;
  readonly normalisedName?: string;
  readonly tin?: string;
  readonly phone?: string;
  /** WGS 84 degrees. */
  readonly lat?: number;
  readonly lon?: number;
  /** How far away it is, where only the distance may be known and not the place. */
  readonly metres?: number;
}

const NEAR_METRES = 100;
const EARTH_RADIUS_METRES = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance by the haversine formula, in metres. */
export function distanceMetres(
  a: { readonly lat: number; readonly lon: number },
  b: { readonly lat: number; readonly lon: number },
): number {
  const half = (x: number, y: number): number => Math.sin(radians(y - x) / 2) ** 2;
  const h = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon);
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

const tinKey = (tin = ''): string => tin.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
/** The national number, with or without country code or leading zero: 012 345 678 and +855 12 345 678 are one. */
const phoneKey = (phone = ''): string => {
  const digits = phone.replace(/\D/g, '').replace(/^00/, '');
  const national = digits.startsWith('855') && digits.length >= 11 ? digits.slice(3) : digits;
  return national.replace(/^0/, '');
};

const same = (a = '', b = ''): boolean => a !== '' && a === b;
const located = (row: DuplicateRow): row is DuplicateRow & { lat: number; lon: number } =>
  row.lat !== undefined && row.lon !== undefined;

function likeness(subject: DuplicateRow, other: DuplicateRow): readonly Explanation[] {
  const params = { organisationId: other.organisationId };
  const measured = located(subject) && located(other) ? distanceMetres(subject, other) : Infinity;
  const metres = other.metres ?? measured;
  return [
    ...(same(tinKey(subject.tin), tinKey(other.tin)) ? [because('same-tin', params)] : []),
    ...(same(phoneKey(subject.phone), phoneKey(other.phone)) ? [because('same-phone', params)] : []),
    ...(same(subject.normalisedName, other.normalisedName) ? [because('same-name', params)] : []),
    ...(metres < NEAR_METRES ? [because('same-place', { ...params, metres: Math.round(metres) })] : []),
  ];
}

/**
 * Whether another organisation may be the same firm or site: same taxpayer number, phone or normalised name, or less
 * than 100 m away. A likeness is for a person to judge, never a failure.
 */
export function checkDuplicate(subject: DuplicateRow, candidates: readonly DuplicateRow[]): RuleResult {
  const explanation = candidates
    .filter((other) => other.organisationId !== subject.organisationId)
    .flatMap((other) => likeness(subject, other));
  return { verdict: explanation.length > 0 ? 'POTENTIAL' : 'PASS', explanation };
}
