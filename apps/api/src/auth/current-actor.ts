import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Person } from '#domain';
import type { FastifyRequest } from 'fastify';

const actors = new WeakMap<FastifyRequest, Person>();

/** Set by the guard, once per request. */
export const rememberActor = (request: FastifyRequest, person: Person): void =>
  void actors.set(request, person);

/** Whom the guard let in; nobody on public routes. */
export const actorOf = (request: FastifyRequest): Person | undefined => actors.get(request);

/** The signed-in person, in the name of an organisation. */
export const CurrentActor = createParamDecorator((_: undefined, context: ExecutionContext): Person => {
  const person = actorOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (!person) throw new Error('a public route has no actor');
  return person;
});
