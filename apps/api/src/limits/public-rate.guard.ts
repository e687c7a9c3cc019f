import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../auth/current-actor.js';
import { RateLimits } from './rate-limits.js';

/** Counts what public routes are asked, by address; all others were counted where their caller became known. */
@Injectable()
export class PublicRateGuard implements CanActivate {
  constructor(private readonly limits: RateLimits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    // Whoever watches over the process asks every second, and must hear the truth.
    if (actorOf(request) || request.url.startsWith('/health/')) return true;
    await this.limits.takeFrom(request, http.getResponse<FastifyReply>());
    return true;
  }
}
