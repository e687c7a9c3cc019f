import { Inject, Injectable } from '@nestjs/common';
import { InjectThrottlerStorage, ThrottlerStorageService } from '@nestjs/throttler';
import { tooManyRequests, type Config } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../auth/current-actor.js';
import { CONFIG } from '../config.module.js';

const WINDOW_S = 60;

/**
 * How many requests one caller may send in a minute: a person in the name of an organisation, or an address without a
 * valid token. Counted in memory, so the limit is per API process. Told in `RateLimit-Policy` and `RateLimit` as
 * draft-ietf-httpapi-ratelimit-headers-10 has them.
 */
@Injectable()
export class RateLimits {
  constructor(
    @InjectThrottlerStorage() private readonly storage: ThrottlerStorageService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Counts one request. @throws ProblemException 429 with `Retry-After` when there were too many */
  async takeFrom(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const actor = actorOf(request);
    const name = actor ? 'person' : 'address';
    const key = actor ? `${actor.personId} ${actor.organisationId}` : request.ip;
    const limit = this.config.rateLimitPerMinute;
    // Block duration 0: a refused request is not counted, the oldest one leaves the window after a minute.
    const hit = await this.storage.increment(`${name} ${key}`, WINDOW_S * 1000, limit, 0, name);
    const left = Math.max(0, limit - hit.totalHits);
    const reset = Math.max(1, hit.isBlocked ? hit.timeToBlockExpire : hit.timeToExpire);
    reply.header('ratelimit-policy', `"${name}";q=${limit};w=${WINDOW_S}`);
    reply.header('ratelimit', `"${name}";r=${left};t=${reset}`);
    if (hit.isBlocked) throw tooManyRequests(reset);
  }
}
