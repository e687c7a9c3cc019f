import { request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { guardedLookup, urlFault } from '#platform';

/** From the first byte to the last, name and handshake among it. */
const WHOLE_MS = 15_000;
const READ_BYTES = 64 * 1024;
const KEPT_BYTES = 8 * 1024;

/** What came back. Only the status says how it went; the body is for whoever runs the endpoint. */
export interface WebhookAnswer {
  readonly statusCode: number;
  readonly retryAfter: string | undefined;
  /** The first 8 kB. */
  readonly body: Buffer;
}
/** Why nothing came back. */
export type WebhookError =
  | 'address-forbidden'
  | 'name-unknown'
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'tls'
  | 'malformed-answer'
  | 'unreachable';

export interface WebhookPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether receivers may be on this machine. */
  readonly allowLoopback: boolean;
  /** How names are looked up, when not by the system. */
  readonly lookup?: LookupFunction;
}

/** Only with the flag of development this machine is reached, and only it of all that is not public. */
const HERE = { allowIPAddressList: ['127.0.0.1', '::1'] };
const agents = {
  outside: { http: new RequestFilteringHttpAgent(), https: new RequestFilteringHttpsAgent() },
  here: { http: new RequestFilteringHttpAgent(HERE), https: new RequestFilteringHttpsAgent(HERE) },
};

const BY_CODE: readonly (readonly [RegExp, WebhookError])[] = [
  [/^ADDRESS_FORBIDDEN$/, 'address-forbidden'],
  [/^(?:ENOTFOUND|EAI_\w+)$/, 'name-unknown'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^(?:ECONNRESET|EPIPE|ECONNABORTED)$/, 'reset'],
  [/^(?:ABORT_ERR|ETIMEDOUT|23)$/, 'timeout'],
  [/^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/, 'tls'],
  [/^HPE_/, 'malformed-answer'],
];
function errorOf(error: unknown): WebhookError {
  const { code, message, name } = error as NodeJS.ErrnoException;
  if (name === 'TimeoutError') return 'timeout';
  if (/^DNS lookup .* is not allowed/.test(message)) return 'address-forbidden';
  return BY_CODE.find(([pattern]) => pattern.test(String(code)))?.[1] ?? 'unreachable';
}

/** As much of the body as is read at all; a receiver that sends without end is not listened to. */
async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= READ_BYTES) break;
    }
  } catch {
    // The status came, and says how it went: what broke off is kept as far as it came.
  }
  answer.destroy();
  return Buffer.concat(chunks).subarray(0, KEPT_BYTES);
}

function send({ url, headers, body, allowLoopback, lookup }: WebhookPost): Promise<IncomingMessage> {
  const { http, https } = allowLoopback ? agents.here : agents.outside;
  const secure = new URL(url).protocol === 'https:';
  const options: RequestOptions = {
    method: 'POST',
    agent: secure ? https : http,
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    signal: AbortSignal.timeout(WHOLE_MS),
    lookup: guardedLookup(allowLoopback, lookup),
  };
  return new Promise((resolve, reject) => {
    const sent = (secure ? overHttps : overHttp)(url, options, resolve).on('error', reject);
    // A receiver that switches protocols (101) is hung up on without an error: nobody waits for it for ever.
    sent.on('close', () =>
      reject(Object.assign(new Error('closed without an answer'), { code: 'ECONNRESET' })),
    );
    sent.end(body);
  });
}

/**
 * One request, and what came back: a status, or why there is none. Redirects are not followed; what its name leads to is
 * judged as the connection is made, twice: by ourselves and by `request-filtering-agent`. Never throws.
 */
export async function postWebhook(
  post: WebhookPost,
): Promise<WebhookAnswer | { readonly error: WebhookError }> {
  if (urlFault(post.url, post.allowLoopback) !== undefined) return { error: 'address-forbidden' };
  try {
    const answer = await send(post);
    const { statusCode = 0, headers } = answer;
    return { statusCode, retryAfter: headers['retry-after'], body: await bodyOf(answer) };
  } catch (error) {
    return { error: errorOf(error) };
  }
}
