import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Person, Scope } from '#domain';
import type { FastifyRequest } from 'fastify';

const actors = new WeakMap<FastifyRequest, Person>();
const scopes = new WeakMap<FastifyRequest, readonly Scope[]>();

/** Set by the guard, once per request. */
export function rememberActor(request: FastifyRequest, person: Person, good: readonly Scope[]): void {
  actors.set(request, person);
  scopes.set(request, good);
}

/** Whom the guard let in; nobody on public routes. */
export const actorOf = (request: FastifyRequest): Person | undefined => actors.get(request);

/** The signed-in person, in the name of an organisation. */
export const CurrentActor = createParamDecorator((_: undefined, context: ExecutionContext): Person => {
  const person = actorOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (!person) throw new Error('a public route has no actor');
  return person;
});

/** What this call is good for: a token may be good for less than its person. */
export const CurrentScopes = createParamDecorator(
  (_: undefined, context: ExecutionContext): readonly Scope[] =>
    scopes.get(context.switchToHttp().getRequest<FastifyRequest>()) ?? [],
);
