import { testStack } from './world.js';

export interface Raw {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** A request as it is, also one that no client of ours would send. */
export async function raw(
  method: string,
  path: string,
  {
    token,
    body,
    headers = {},
  }: { token?: string; body?: string | Buffer; headers?: Record<string, string> } = {},
): Promise<Raw> {
  const response = await fetch(testStack().apiUrl + path, {
    method,
    redirect: 'manual',
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: json && text ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}

export const JSON_TYPE = { 'content-type': 'application/json' };

/** Why an answer is no problem details as RFC 9457 wants them; empty when it is. */
export function problemFaults({ status, headers, body }: Raw): readonly string[] {
  const id = headers.get('x-request-id');
  const holds: Record<string, boolean> = {
    'content type': headers.get('content-type')?.startsWith('application/problem+json') ?? false,
    status: body['status'] === status && status >= 400,
    title: typeof body['title'] === 'string' && body['title'] !== '',
    type: body['type'] === `/problems/${String(body['code'])}`,
    'request id': id !== null && body['instance'] === `/requests/${id}`,
    'no-store': headers.get('cache-control') === 'no-store',
  };
  return Object.keys(holds).filter((name) => !holds[name]);
}
