import { Injectable } from '@nestjs/common';
import { Database, NOBODY } from '#persistence';
import { hashToken, mintSessionToken, newId, ProblemException } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { browserFamily } from './browser-family.js';
import { sessionToken, setSessionCookie } from './session-cookie.js';
import { sessionLimitsOf } from './session-limits.js';
import { BEGIN, LEAVE, SWITCH } from './sessions.queries.js';

/** Who has just shown who they are, for whom they begin to work, and how they showed it. */
export interface SignIn {
  readonly personId: string;
  readonly organisationId: string;
  readonly method: 'oidc' | 'phone-code';
  readonly secondFactorGiven?: boolean;
}

const { idleSeconds: supplierIdle, lastsSeconds: supplierLasts } = sessionLimitsOf('supplier');
const { idleSeconds, lastsSeconds } = sessionLimitsOf('programme-office');
const LIMITS = [supplierIdle, supplierLasts, idleSeconds, lastsSeconds];

/** Makes sessions of browsers. Each begins under a new secret, so nobody can be made to use one that another knows. */
@Injectable()
export class Sessions {
  constructor(private readonly db: Database) {}

  /**
   * Begin a session and give its cookie with the answer. One that the browser had before, of whomever, ends.
   * @throws ProblemException 403 when the membership does not run
   */
  async begin(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { personId, organisationId, method, secondFactorGiven = false } = signIn;
    const { token, hash } = mintSessionToken();
    const browser = browserFamily(request.headers['user-agent']);
    const values = [newId(), personId, organisationId, hash, method, browser, secondFactorGiven, ...LIMITS];
    const [begun] = await this.db.run<{ endsAt: Date }>({ personId, organisationId }, BEGIN, values);
    if (!begun) throw new ProblemException('identity-unknown');
    const before = sessionToken(request);
    if (before) await this.db.run(NOBODY, LEAVE, [hashToken(before)]);
    setSessionCookie(reply, token, begun.endsAt);
  }

  /**
   * Go on in the name of another organisation of the same person, under a new cookie; the old session ends.
   * @returns whether it could be: false without a running membership there
   */
  async switchTo(
    organisationId: string,
    { personId, sessionId }: { readonly personId: string; readonly sessionId: string },
    reply: FastifyReply,
  ): Promise<boolean> {
    const { token, hash } = mintSessionToken();
    const values = [newId(), sessionId, personId, organisationId, hash, ...LIMITS];
    const [begun] = await this.db.run<{ endsAt: Date }>({ personId, organisationId }, SWITCH, values);
    if (begun) setSessionCookie(reply, token, begun.endsAt);
    return begun !== undefined;
  }
}
