import '@fastify/cookie';
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

export const setSessionCookie = (reply: FastifyReply, token: string, endsAt: Date): void =>
  void reply.setCookie(SESSION_COOKIE, token, { ...HOST_ONLY, expires: endsAt });

export const clearSessionCookie = (reply: FastifyReply): void =>
  void reply.clearCookie(SESSION_COOKIE, HOST_ONLY);
