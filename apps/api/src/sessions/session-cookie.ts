import '@fastify/cookie';
import { KEPT_DAYS } from '#domain';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-`: browsers take it over TLS only (or from loopback), for this host alone, and no page can read it. */
export const SESSION_COOKIE = '__Host-selvedge';
export const HOST_ONLY = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

const FORM = /^[\w-]{43}$/;

/** What the session's cookie carries, when it has the form of one of ours; `undefined` without a cookie. */
export function sessionToken(request: FastifyRequest): string | undefined {
  const value = request.cookies[SESSION_COOKIE];
  return value === undefined || FORM.test(value) ? value : '';
}

const DAY_MS = 86_400_000;
/** For as long as the session is known: a browser that comes late hears whether it ran out or somebody ended it. */
export const setSessionCookie = (reply: FastifyReply, token: string, endsAt: Date): void => {
  const expires = new Date(endsAt.getTime() + KEPT_DAYS.sessions * DAY_MS);
  reply.setCookie(SESSION_COOKIE, token, { ...HOST_ONLY, expires });
};

export const clearSessionCookie = (reply: FastifyReply): void =>
  void reply.clearCookie(SESSION_COOKIE, HOST_ONLY);
