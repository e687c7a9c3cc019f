import '@fastify/cookie';
import type { Keyring } from '#persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HOST_ONLY } from '../sessions/session-cookie.js';

export interface SealedCookieSettings {
  readonly name: `__Host-${string}`;
  /** What is sealed: nothing that was sealed elsewhere is taken for it. */
  readonly place: string;
  readonly lastsSeconds: number;
}

/** Something that a browser keeps for a while and can neither read nor make up. */
export abstract class SealedCookie<T> {
  protected constructor(
    private readonly keyring: Keyring,
    private readonly settings: SealedCookieSettings,
  ) {}

  async put(reply: FastifyReply, value: T): Promise<void> {
    const { name, place, lastsSeconds } = this.settings;
    const until = Date.now() + lastsSeconds * 1000;
    const sealed = await this.keyring.seal(JSON.stringify({ value, until }), place);
    reply.setCookie(name, sealed, { ...HOST_ONLY, maxAge: lastsSeconds });
  }

  /** What was put; nothing when there is none, it is too old, or was not put by us. */
  async look(request: FastifyRequest): Promise<T | undefined> {
    const { name, place } = this.settings;
    const sealed = request.cookies[name];
    if (sealed === undefined) return undefined;
    const text = await this.keyring.open(sealed, place).catch(() => undefined);
    if (text === undefined) return undefined;
    const { value, until } = JSON.parse(text) as { value: T; until: number };
    return Date.now() < until ? value : undefined;
  }

  clear(reply: FastifyReply): void {
    reply.clearCookie(this.settings.name, HOST_ONLY);
  }

  /** As `look`, once: it is gone then. */
  async take(request: FastifyRequest, reply: FastifyReply): Promise<T | undefined> {
    if (request.cookies[this.settings.name] !== undefined) this.clear(reply);
    return this.look(request);
  }
}
