import { ProblemException } from '#platform';
import type { FastifyRequest } from 'fastify';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];
/** From a page of ours, or from the person: typed, bookmarked. */
const OURS = ['same-origin', 'none'];

/**
 * A cookie sends itself along, also when a foreign page asks. What may change something must come from a page of ours:
 * browsers say so in `Sec-Fetch-Site` (W3C Fetch Metadata), older ones in `Origin` alone.
 * @param publicOrigin where browsers find this service
 * @throws ProblemException 403 `cross-site`, also when the browser says nothing
 */
export function mustComeFromHere({ method, headers }: FastifyRequest, publicOrigin: string): void {
  if (SAFE.includes(method)) return;
  const site = headers['sec-fetch-site'];
  const ours = site === undefined ? headers.origin === publicOrigin : OURS.includes(String(site));
  if (!ours) throw new ProblemException('cross-site');
}
