import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allowedWithoutSecondFactor, ruleOfOperation, wantsSecondFactor, type OperationId } from '#domain';
import { ProblemException, type Config } from '#platform';
import { CONFIG } from '../config.module.js';
import { OPERATION } from '../http/operation.js';
import { Authentication, type SignedIn } from './authentication.js';
import { Authorisation } from './authorisation.js';
import { remember } from './current-actor.js';
import { PUBLIC, type PublicTo } from './public.js';
import { mustComeFromHere } from './same-site.js';
import { RateLimits } from '../limits/rate-limits.js';

/** Every route wants a person, unless it is marked `@Public()`, and a row in the authorisation table. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
    private readonly authorisation: Authorisation,
    private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const places = [context.getHandler(), context.getClass()];
    const open = this.reflector.getAllAndOverride<PublicTo | undefined>(PUBLIC, places);
    if (open) {
      // What begins a sign-in here begins it in a browser: no foreign page makes somebody be somebody else.
      if (open === 'anybody') mustComeFromHere(request, this.config.publicOrigin);
      return true;
    }
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    // Who is let in counts as a person, who is not as an address: tokens cannot be guessed by the thousand.
    const signedIn = await this.authentication.personFrom(request).catch(async (error: unknown) => {
      await this.limits.takeFrom(request, reply);
      throw error;
    });
    remember(request, signedIn);
    await this.limits.takeFrom(request, reply);
    const operation = this.reflector.get<OperationId>(OPERATION, context.getHandler());
    this.mustBeOurBrowser(request, signedIn, operation);
    const { person, scopes } = signedIn;
    const { object, scope } = ruleOfOperation(operation);
    if (!scopes.includes(scope)) throw new ProblemException('scope-missing', { items: [scope] });
    // What is about no object is judged here; services judge the rest, who know the object.
    if (object === 'none') this.authorisation.require(operation, person);
    return true;
  }

  /** What is asked of a session beside what is asked of a token: that a page of ours asks, and a second factor. */
  private mustBeOurBrowser(
    request: FastifyRequest,
    { person, session }: SignedIn,
    operation: OperationId,
  ): void {
    if (!session) return;
    mustComeFromHere(request, this.config.publicOrigin);
    if (session.secondFactorGiven || allowedWithoutSecondFactor(operation)) return;
    if (wantsSecondFactor(person, session.secondFactorEnrolled))
      throw new ProblemException('second-factor-needed');
  }
}
