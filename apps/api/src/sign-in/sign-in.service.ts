import { Injectable } from '@nestjs/common';
import type { AcceptInvitationByProvider } from '#contracts';
import { Database, NOBODY } from '#persistence';
import { hashToken, isUniqueViolation, newId, ProblemException } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Sessions } from '../sessions/sessions.js';
import { FlowCookie } from './flow-cookie.js';
import { OidcClient, type Subject } from './oidc-client.js';
import { ACCEPT_AS, PERSON_OF_IDENTITY } from './sign-in.queries.js';

interface Known {
  readonly personId: string;
  /** None when no membership of the person runs. */
  readonly organisationId: string | null;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly db: Database,
    private readonly oidc: OidcClient,
    private readonly flows: FlowCookie,
    private readonly sessions: Sessions,
  ) {}

  /** Send the browser to the sign-in provider; it comes back to `complete`, and then to `returnTo`. */
  async begin(returnTo: string, reply: FastifyReply): Promise<void> {
    const { url, ...expected } = await this.oidc.begin();
    await this.flows.put(reply, { ...expected, returnTo });
    reply.header('location', url);
  }

  /**
   * As `begin`, and whoever comes back accepts an invitation. Its secret is asked for in a body and kept sealed, so that it
   * stands in no address; whether it is good for anything is not told before.
   */
  async beginInvited(
    { secret, returnTo }: AcceptInvitationByProvider,
    reply: FastifyReply,
  ): Promise<{ location: string }> {
    const { url, ...expected } = await this.oidc.begin();
    await this.flows.put(reply, { ...expected, returnTo, invitation: secret });
    return { location: url };
  }

  /**
   * The browser is back: begin a session for whom the provider names.
   * @throws ProblemException 400 when it did not come from a sign-in begun here, 403 when nobody here is meant
   */
  async complete(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const flow = await this.flows.take(request, reply);
    if (!flow)
      throw new ProblemException('sign-in-failed', { detail: 'No sign-in was begun in this browser.' });
    const who = await this.oidc.complete(request.url, flow);
    const known = (await this.accepted(flow.invitation, who)) ?? (await this.known(who));
    if (!known?.organisationId)
      throw new ProblemException('identity-unknown', { detail: 'Ask the programme office to register you.' });
    const { personId, organisationId } = known;
    await this.sessions.begin({ personId, organisationId, method: 'oidc' }, request, reply);
    reply.header('location', flow.returnTo);
  }

  private async known({ issuer, subject }: Subject): Promise<Known | undefined> {
    return (await this.db.run<Known>(NOBODY, PERSON_OF_IDENTITY, [issuer, subject]))[0];
  }

  /** Who became a member by an invitation; nobody when there was none, or it is good for nothing. */
  private async accepted(
    invitation: string | undefined,
    { issuer, subject }: Subject,
  ): Promise<Known | undefined> {
    if (invitation === undefined) return undefined;
    const values = [hashToken(invitation), issuer, subject, newId(), newId()];
    const accept = () => this.db.run<Known>(NOBODY, ACCEPT_AS, values);
    const [accepted] = await accept().catch((error: unknown) => {
      // Somebody new takes up two at once: the other one has made the person. Now they can be seen.
      if (!isUniqueViolation(error, 'identity_by_subject')) throw error;
      return accept();
    });
    return accepted;
  }
}
