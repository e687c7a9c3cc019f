import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type { Logger } from 'pino';

/** `level` defaults to `LOG_LEVEL`, then `info`; `destination` to standard output. */
export type LoggerOptions = { level?: string; destination?: DestinationStream };

/** Keys whose values open doors, at the top of a log line and up to two levels below. */
const SECRETS = ['authorization', 'cookie', '["set-cookie"]', 'token', 'accessToken', 'password', 'secret'];
const BELOW = ['', '*', '*.*'];
const redact = {
  paths: BELOW.flatMap((parent) =>
    SECRETS.map((key) => (key.startsWith('[') || !parent ? `${parent}${key}` : `${parent}.${key}`)),
  ),
  censor: '[redacted]',
};

/** Addresses that open doors themselves: of calendars, of invitations, and of links that end a subscription. */
const SECRET_ADDRESS = /^(\/(?:v1\/(?:calendars|unsubscribe)|invitation)\/)[^/]+/;

type LoggedRequest = { id?: unknown; method?: unknown; url?: unknown };

/**
 * What a log says of a request: id, method and path. Headers, body and client address are personal or secret, and
 * a query string may carry a name that somebody searched for. Of a secret address only its kind is told.
 */
function request({ id, method, url }: LoggedRequest): LoggedRequest {
  const path = typeof url === 'string' ? url.split('?', 1)[0] : undefined;
  return { id, method, url: path?.replace(SECRET_ADDRESS, '$1[redacted]') };
}

function response({ statusCode }: { statusCode?: unknown }): { statusCode: unknown } {
  return { statusCode };
}

/** Database errors carry row values in `detail` and `parameters`; only what locates the fault is kept. */
function error(thrown: unknown): object {
  if (typeof thrown !== 'object' || thrown === null) return { type: typeof thrown };
  const { name: type, code, message, stack } = thrown as Partial<Error> & { code?: unknown };
  return { type, code, message, stack };
}

/**
 * One JSON object per line, with ISO time, `level` as a word and `name`.
 * Requests, responses and errors belong under `req`, `res` and `err`, where only what is harmless of them is
 * written; Fastify uses the same three names when it is given this logger.
 * @throws Error when `LOG_LEVEL` is not a level of pino (`trace` to `fatal`, or `silent`)
 */
export function createLogger(name: string, options: LoggerOptions = {}): Logger {
  const settings = {
    name,
    level: options.level ?? (process.env['LOG_LEVEL'] || 'info'),
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { req: request, res: response, err: error },
    redact,
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}
