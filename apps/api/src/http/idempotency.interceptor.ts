import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  canonicalText,
  claimKey,
  Database,
  keepAnswer,
  Keyring,
  releaseKey,
  type KeyedRequest,
  type SqlActor,
} from '#persistence';
import { badRequest, idempotencyKeyReused, inFlight, newId } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { of, type Observable } from 'rxjs';
import type { SignedIn } from '../auth/authentication.js';
import { signedInBy } from '../auth/current-actor.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import { keepAnswerTo, type SentAnswer } from './kept-answers.js';
import { IDEMPOTENT } from './operation.js';

const RETRY_AFTER_S = 1;
/** Answers that say nothing final: not decided yet, not signed in, too slow, too many. Faults of ours are none either. */
const PASSING: readonly number[] = [202, 401, 408, 429];
const isFinal = ({ status }: SentAnswer): boolean => status < 500 && !PASSING.includes(status);

/**
 * The same request under the same Idempotency-Key gets the same answer, to the byte, for 30 days; another body is 422; a
 * twin that is being worked on 409. It stands on top of the ids that services make from the key: an answer that was lost
 * with its process is given anew from what was done, and nothing is done twice. What somebody else was answered, or the
 * same person with another token or other roles, is kept for itself: nobody gets by repeating what they may not get now.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly db: Database,
    private readonly keyring: Keyring,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const signedIn = signedInBy(request);
    const takesKey = this.reflector.get<boolean | undefined>(IDEMPOTENT, context.getHandler());
    const key = takesKey ? idempotencyKeyOf(request.headers['idempotency-key']) : undefined;
    if (!signedIn || key === undefined) return next.handle();
    const actor = signedIn.person;
    const asked = this.digests(signedIn, request, key);
    const claim = await claimKey(this.db, actor, asked);
    if (claim.outcome === 'other') throw idempotencyKeyReused();
    if (claim.outcome === 'in-flight') throw inFlight(RETRY_AFTER_S);
    if (claim.outcome === 'answered')
      return this.repeat(claim.answer, asked, http.getResponse<FastifyReply>());
    keepAnswerTo(request, (answer) => this.settle(actor, asked, answer));
    return next.handle();
  }

  private digests(
    { person, scopes }: SignedIn,
    { method, url, body }: FastifyRequest,
    key: string,
  ): KeyedRequest {
    const { personId, organisationId, roles } = person;
    const rights = [[...scopes].sort(), [...roles].sort()];
    const address = url.split('?', 1)[0];
    const place = JSON.stringify([personId, organisationId, ...rights, method, address, key]);
    return {
      keyHash: this.keyring.index(place, 'idempotency-key'),
      fingerprint: this.keyring.index(textOf(body), 'idempotency-body'),
      claim: newId(),
    };
  }

  private async settle(actor: SqlActor, asked: KeyedRequest, answer: SentAnswer): Promise<void> {
    if (!isFinal(answer)) return releaseKey(this.db, actor, asked);
    const sealed = await this.keyring.seal(JSON.stringify(answer), placeOf(asked));
    await keepAnswer(this.db, actor, asked, sealed);
  }

  private async repeat(
    sealed: string,
    asked: KeyedRequest,
    reply: FastifyReply,
  ): Promise<Observable<unknown>> {
    const opened = await this.keyring.open(sealed, placeOf(asked));
    const { status, headers, body } = JSON.parse(opened) as SentAnswer;
    reply.status(status).headers(headers);
    return of(body === '' ? undefined : body);
  }
}

/** @throws ProblemException 400 for a body that is nested so deeply that it has no canonical text */
function textOf(body: unknown): string {
  try {
    return canonicalText(body ?? null);
  } catch {
    throw badRequest('malformed-request', 'The body is nested too deeply.');
  }
}
const placeOf = ({ keyHash }: KeyedRequest): string => `answer/${keyHash.toString('hex')}`;
