import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtension, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ruleOfOperation, type OperationId } from '#domain';
import { LARGEST_FILE_BYTES } from '#evidence';
import { PROBLEM_JSON } from '#platform';
import type { z } from 'zod';

/** What the guard reads of a route. */
export const OPERATION = 'selvedge:operation';
export const LOCATION = 'selvedge:location';
export const IDEMPOTENT = 'selvedge:idempotent';
const ONCE = 'The same key with the same body never does it twice and is answered the same for 30 days.';
const IDEMPOTENCY_KEY = { type: 'string', pattern: '^[!-~]{1,255}$' } as const;
const ETAG = { type: 'string', pattern: '^"[0-9]{1,9}"$' } as const;
const HEADERS = {
  'idempotency-key': {
    schema: IDEMPOTENCY_KEY,
    required: false,
    description: ONCE,
  },
  'required-idempotency-key': {
    schema: IDEMPOTENCY_KEY,
    required: true,
    description: ONCE,
  },
  'if-match': { schema: ETAG, required: true, description: 'The ETag that was read.' },
  'if-match-or-none': {
    schema: ETAG,
    required: false,
    description: 'The ETag that was read; or send If-None-Match: * for the first.',
  },
  'tus-resumable': {
    schema: { type: 'string', pattern: '^1\\.0\\.0$' },
    required: true,
    description: 'The version of tus.',
  },
  'upload-length': {
    schema: { type: 'integer', minimum: 1, maximum: LARGEST_FILE_BYTES },
    required: true,
    description: 'Bytes of the whole file.',
  },
  'upload-offset': {
    schema: { type: 'integer', minimum: 0, maximum: LARGEST_FILE_BYTES },
    required: true,
    description: 'The byte from which on this request sends.',
  },
  'webhook-id': {
    schema: { type: 'string' },
    required: true,
    description: 'Standard Webhooks: what is signed.',
  },
  'webhook-timestamp': {
    schema: { type: 'string', pattern: '^[0-9]{1,12}$' },
    required: true,
    description: 'Seconds since 1970, no more than 300 ago.',
  },
  'webhook-signature': {
    schema: { type: 'string' },
    required: true,
    description: '`v1,` and HMAC-SHA-256 of id, timestamp and body, with the secret of the source.',
  },
  'last-event-id': {
    schema: { type: 'string', maxLength: 500 },
    required: false,
    description: 'The `id` of the last event that was read: the stream goes on after it.',
  },
  'upload-metadata': {
    schema: { type: 'string' },
    required: true,
    description:
      'Pairs of key and base64: filename, filetype; and documentId, qualificationId, target, item, replacesId, capturedAt, ' +
      'capturedLatitude, capturedLongitude, expiresOn.',
  },
} as const;
const HEADER_NAMES = {
  'idempotency-key': 'Idempotency-Key',
  'required-idempotency-key': 'Idempotency-Key',
  'if-match': 'If-Match',
  'if-match-or-none': 'If-Match',
  'tus-resumable': 'Tus-Resumable',
  'upload-length': 'Upload-Length',
  'upload-offset': 'Upload-Offset',
  'last-event-id': 'Last-Event-ID',
  'upload-metadata': 'Upload-Metadata',
  'webhook-id': 'webhook-id',
  'webhook-timestamp': 'webhook-timestamp',
  'webhook-signature': 'webhook-signature',
} as const;
const MEANING: Readonly<Record<number, string>> = {
  400: 'The request could not be read',
  401: 'No valid token',
  403: 'Not allowed',
  404: 'Not there, or not yours to see',
  409: 'The case or resource does not allow it now, or the same request is being worked on',
  410: 'It came to its end, or was refused; or what follows is not all kept',
  412: 'Somebody changed it in between; or the version of tus is not spoken',
  413: 'Too large, or more than the organisation may keep',
  415: 'The content type is not supported',
  422: 'Not valid; `errors` names the fields',
  423: 'Another request is at it; see Retry-After',
  428: 'A precondition header is missing',
  429: 'Too many requests at a time; see Retry-After',
  500: 'Our fault',
  503: 'Not available now; see Retry-After',
  507: 'There is no room now',
};
const ALWAYS = [400, 401, 403, 422, 429, 500, 503];

export interface OperationSettings {
  readonly summary: string;
  /** What is answered; nothing (204) when absent. */
  readonly answers?: z.ZodType;
  readonly status?: 200 | 201 | 202 | 303;
  /** Address of what was created, filled from fields of the answer: `/v1/schemes/{id}`. */
  readonly location?: string;
  readonly headers?: readonly (keyof typeof HEADERS)[];
  /** Media type of an answer that is sent as text, bit by bit. */
  readonly streams?: string;
  /** Media type of an answer that is a file. */
  readonly sends?: string;
  /** Media type of a body that is taken as it comes, byte for byte. */
  readonly takes?: string;
  /** Statuses beside those that every operation may answer with. */
  readonly problems?: readonly (403 | 404 | 409 | 410 | 412 | 413 | 415 | 423 | 428 | 507)[];
  /** What 400 and 401 say where a standard has errors of its own. */
  readonly speaks?: z.ZodType;
  /** Answers with these as well as with `answers`: a pending command, say. */
  readonly also?: Readonly<Record<number, z.ZodType>>;
}

export const problem = (status: number): MethodDecorator =>
  ApiResponse({
    status,
    description: MEANING[status] ?? 'Problem',
    content: { [PROBLEM_JSON]: { schema: { $ref: '#/components/schemas/ProblemView' } } },
  });
const answer = (status: number, schema: z.ZodType | undefined): MethodDecorator =>
  schema
    ? ApiResponse({
        status,
        description: MEANING[status] ?? (status === 201 ? 'Created' : status === 202 ? 'Accepted' : 'OK'),
        standardSchema: schema,
      })
    : ApiResponse({ status, description: status === 303 ? 'Go to Location' : 'Done' });
const stream = (mediaType: string): MethodDecorator =>
  ApiResponse({
    status: 200,
    description: mediaType === 'text/event-stream' ? 'OK, without an end' : 'OK',
    content: { [mediaType]: { schema: { type: 'string' } } },
  });
const file = (mediaType: string): MethodDecorator =>
  ApiResponse({
    status: 200,
    description: 'OK',
    content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } },
  });
const bytes = (mediaType: string): MethodDecorator =>
  applyDecorators(
    ApiConsumes(mediaType),
    ApiBody({ required: true, schema: { type: 'string', format: 'binary' } }),
  );
const header = (name: keyof typeof HEADERS): MethodDecorator =>
  ApiHeader({ name: HEADER_NAMES[name], ...HEADERS[name] });

/** Ties a route to its row in the authorisation table: the guard goes by it, the document tells it. */
export const Authorised = (operationId: OperationId): MethodDecorator =>
  applyDecorators(
    SetMetadata(OPERATION, operationId),
    ApiExtension('x-authz', { ...ruleOfOperation(operationId) }),
  );

const isOpen = (operationId: OperationId): boolean => ruleOfOperation(operationId).may.includes('anyone');

/** All that the documentation says of one route, and the status it answers with. */
export function Operation(operationId: OperationId, settings: OperationSettings): MethodDecorator {
  const { summary, answers, location, takes, sends, streams, headers = [] } = settings;
  const { problems = [], also = {} } = settings;
  const status = settings.status ?? (answers || sends || streams ? 200 : 204);
  const idempotent = headers.some((name) => HEADER_NAMES[name] === 'Idempotency-Key');
  return applyDecorators(
    HttpCode(status),
    Authorised(operationId),
    ApiOperation({ operationId, summary, ...(isOpen(operationId) && { security: [] }) }),
    streams ? stream(streams) : sends ? file(sends) : answer(status, answers),
    ...Object.entries(also).map(([code, schema]) => answer(Number(code), schema)),
    ...headers.map(header),
    ...(takes ? [bytes(takes)] : []),
    ...[...new Set([...ALWAYS, ...problems, ...(idempotent ? [409] : [])])].map((status) =>
      settings.speaks && [400, 401].includes(status) ? answer(status, settings.speaks) : problem(status),
    ),
    ...(location ? [SetMetadata(LOCATION, location)] : []),
    ...(idempotent ? [SetMetadata(IDEMPOTENT, true)] : []),
  );
}
