import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Person } from '#domain';
import { badRequest, missingIdempotencyKey, newId, uuidFromParts } from '#platform';
import type { FastifyRequest } from 'fastify';

const FORM = /^[\x21-\x7e]{1,255}$/;

/** The header's value; a structured-field string loses its quotes. */
export function idempotencyKeyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = typeof header === 'string' ? header.trim().replace(/^"(.*)"$/, '$1') : '';
  if (FORM.test(key)) return key;
  throw badRequest(
    'invalid-idempotency-key',
    'An Idempotency-Key has 1 to 255 visible ASCII characters, no spaces.',
  );
}

const keyIn = (context: ExecutionContext): string | undefined =>
  idempotencyKeyOf(context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key']);

/** The caller's `Idempotency-Key`, where it may be left out. */
export const OptionalIdempotencyKey = createParamDecorator((_: undefined, context) => keyIn(context));

/** The caller's `Idempotency-Key`; 400 without one. For commands. */
export const IdempotencyKey = createParamDecorator((_: undefined, context): string => {
  const key = keyIn(context);
  if (key === undefined) throw missingIdempotencyKey();
  return key;
});

/** The primary key of a new row: with an Idempotency-Key always the same one, so that a repeat makes no second row. */
export const idForNew = (actor: Person, route: string, key: string | undefined): string =>
  key === undefined ? newId() : uuidFromParts(actor.organisationId, route, key);
