import { Injectable } from '@nestjs/common';
import { Keyring } from '#persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HOST_ONLY } from '../sessions/session-cookie.js';
import type { Expected } from './oidc-client.js';

const FLOW_COOKIE = '__Host-selvedge-sign-in';
const PLACE = 'sign-in/oidc';
const LASTS_S = 10 * 60;

/** What this service must remember of a sign-in while the browser is at the provider. */
export interface Flow extends Expected {
  /** A path of this service. */
  readonly returnTo: string;
  /** The secret of an invitation that is to be accepted by whoever comes back. */
  readonly invitation?: string;
}

/** Keeps a sign-in under way in the browser, sealed: it can neither be read nor made up there. */
@Injectable()
export class FlowCookie {
  constructor(private readonly keyring: Keyring) {}

  async put(reply: FastifyReply, flow: Flow): Promise<void> {
    const sealed = await this.keyring.seal(
      JSON.stringify({ flow, until: Date.now() + LASTS_S * 1000 }),
      PLACE,
    );
    reply.setCookie(FLOW_COOKIE, sealed, { ...HOST_ONLY, maxAge: LASTS_S });
  }

  /** The sign-in under way; nothing when there is none, it is too old, or was not put by us. It is there once. */
  async take(request: FastifyRequest, reply: FastifyReply): Promise<Flow | undefined> {
    const sealed = request.cookies[FLOW_COOKIE];
    if (sealed === undefined) return undefined;
    reply.clearCookie(FLOW_COOKIE, HOST_ONLY);
    const text = await this.keyring.open(sealed, PLACE).catch(() => undefined);
    if (text === undefined) return undefined;
    const { flow, until } = JSON.parse(text) as { flow: Flow; until: number };
    return Date.now() < until ? flow : undefined;
  }
}
