import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Person, Scope } from '#domain';
import { ProblemException } from '#platform';
import type { FastifyRequest } from 'fastify';
import type { ActingSession, SignedIn } from './authentication.js';

const signedIn = new WeakMap<FastifyRequest, SignedIn>();

/** Set by the guard, once per request. */
export const remember = (request: FastifyRequest, who: SignedIn): void => void signedIn.set(request, who);

/** Whom the guard let in, and what the call is good for; nobody on public routes. */
export const signedInBy = (request: FastifyRequest): SignedIn | undefined => signedIn.get(request);

export const actorOf = (request: FastifyRequest): Person | undefined => signedInBy(request)?.person;

const requestOf = (context: ExecutionContext): FastifyRequest =>
  context.switchToHttp().getRequest<FastifyRequest>();

/** The signed-in person, in the name of an organisation. */
export const CurrentActor = createParamDecorator((_: undefined, context: ExecutionContext): Person => {
  const person = actorOf(requestOf(context));
  if (!person) throw new Error('a public route has no actor');
  return person;
});

/** What this call is good for: a token may be good for less than its person. */
export const CurrentScopes = createParamDecorator(
  (_: undefined, context: ExecutionContext): readonly Scope[] =>
    signedIn.get(requestOf(context))?.scopes ?? [],
);

/** The session of the browser that asks; none when a token asks. */
export const SessionIfAny = createParamDecorator(
  (_: undefined, context: ExecutionContext): ActingSession | undefined =>
    signedIn.get(requestOf(context))?.session,
);

/** The session of the browser that asks; 409 when a token asks. */
export const CurrentSession = createParamDecorator(
  (_: undefined, context: ExecutionContext): ActingSession => {
    const session = signedIn.get(requestOf(context))?.session;
    if (!session) throw new ProblemException('no-session');
    return session;
  },
);
