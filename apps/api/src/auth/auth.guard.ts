import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ruleOfOperation, type OperationId } from '#domain';
import { ProblemException } from '#platform';
import { OPERATION } from '../http/operation.js';
import { Authentication } from './authentication.js';
import { Authorisation } from './authorisation.js';
import { rememberActor } from './current-actor.js';
import { PUBLIC } from './public.js';
import { RateLimits } from '../limits/rate-limits.js';

/** Every route wants a person, unless it is marked `@Public()`, and a row in the authorisation table. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
    private readonly authorisation: Authorisation,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()]))
      return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    // Who is let in counts as a person, who is not as an address: tokens cannot be guessed by the thousand.
    const { person, scopes } = await this.authentication
      .personFrom(request.headers.authorization)
      .catch(async (error: unknown) => {
        await this.limits.takeFrom(request, reply);
        throw error;
      });
    rememberActor(request, person, scopes);
    await this.limits.takeFrom(request, reply);
    const operation = this.reflector.get<OperationId>(OPERATION, context.getHandler());
    const { object, scope } = ruleOfOperation(operation);
    if (!scopes.includes(scope)) throw new ProblemException('scope-missing', { items: [scope] });
    // What is about no object is judged here; services judge the rest, who know the object.
    if (object === 'none') this.authorisation.require(operation, person);
    return true;
  }
}
