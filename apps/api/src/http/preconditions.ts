import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { expectedVersion, expectedVersionOrNone, type Preconditions } from '#platform';
import type { FastifyRequest } from 'fastify';

const preconditions = (context: ExecutionContext): Preconditions => {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return { ifMatch: headers['if-match'], ifNoneMatch: headers['if-none-match'] };
};

/** The version in `If-Match`; 428 without one. */
export const IfMatch = createParamDecorator((_: undefined, context): number =>
  expectedVersion(preconditions(context)),
);

/** The version in `If-Match`, or 0 for `If-None-Match: *`; 428 without either. For facts. */
export const IfMatchOrNone = createParamDecorator((_: undefined, context): number =>
  expectedVersionOrNone(preconditions(context)),
);
