import { readKeyring } from '#persistence';
import type { World } from './world.js';

/** Under what the attempts of somebody are counted: the same ring as all servers of this run have. */
export const attemptsKey = (what: string, who: string): string =>
  `${what}:${readKeyring(process.env['SEALING_KEYS'] ?? '')
    .index(who, `attempts/${what}`)
    .toString('base64url')}`;

/** As if the time had passed in which the attempts of one person or number count; others are other tests'. */
export const letAttemptsPass = (world: World, what: string, who: string): Promise<unknown> =>
  world.rows('update rate_limit set expires_at = now() where key = $1', [attemptsKey(what, who)]);
