import { randomUUID } from 'node:crypto';
import type { OperationId } from '#domain';
import { mintSessionToken } from '#platform';
import type { Member } from '../../apps/dev/src/play/parties.js';
import { raw, type Raw } from './raw.js';
import type { World } from './world.js';

export const SESSION_COOKIE = '__Host-selvedge';
/** What a browser says when a page of ours asks. */
export const OUR_PAGE = { 'sec-fetch-site': 'same-origin' };

/** A session as it stands in the database after a sign-in, with the secret of its cookie. */
export interface BrowserSession {
  readonly id: string;
  readonly cookie: string;
  /** A request with the cookie, from a page of ours. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Raw>;
}

export const askWith =
  (cookie: string): BrowserSession['ask'] =>
  (method, path, body, headers = {}) =>
    raw(method, path, {
      headers: {
        ...{ cookie: `${SESSION_COOKIE}=${cookie}`, ...OUR_PAGE },
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

/** Every operation of the document, with ids that lead nowhere. */
export async function everyOperation(): Promise<
  readonly { id: OperationId; method: string; path: string }[]
> {
  const { paths } = (await raw('GET', '/openapi.json')).body as unknown as {
    paths: Record<string, Record<string, { operationId: OperationId }>>;
  };
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { operationId }]) => ({
      ...{ id: operationId, method: method.toUpperCase(), path: path.replace(/\{\w+\}/g, randomUUID()) },
    })),
  );
}

/** A session without the way to it: for what sessions are and not how they begin. */
export async function openSession(
  world: World,
  { personId, organisationId }: Pick<Member, 'personId' | 'organisationId'>,
  { secondFactor = true }: { readonly secondFactor?: boolean } = {},
): Promise<BrowserSession> {
  const { token: cookie, hash } = mintSessionToken();
  const id = randomUUID();
  await world.rows(
    `insert into session (id, token_hash, person_id, organisation_id, method, browser, idle_seconds, ends_at, second_factor_at)
     values ($1, $2, $3, $4, 'oidc', 'Firefox on Linux', 1800, now() + interval '12 hours', case when $5 then now() end)`,
    [id, hash, personId, organisationId, secondFactor],
  );
  return { id, cookie, ask: askWith(cookie) };
}
