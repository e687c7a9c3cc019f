import { Injectable } from '@nestjs/common';
import { Database, NOBODY } from '#persistence';
import { ProblemException } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Sessions } from '../sessions/sessions.js';
import { FlowCookie } from './flow-cookie.js';
import { OidcClient } from './oidc-client.js';
import { PERSON_OF_IDENTITY } from './sign-in.queries.js';

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
   * The browser is back: begin a session for whom the provider names.
   * @throws ProblemException 400 when it did not come from a sign-in begun here, 403 when nobody here is meant
   */
  async complete(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const flow = await this.flows.take(request, reply);
    if (!flow)
      throw new ProblemException('sign-in-failed', { detail: 'No sign-in was begun in this browser.' });
    const { issuer, subject } = await this.oidc.complete(request.url, flow);
    const [known] = await this.db.run<Known>(NOBODY, PERSON_OF_IDENTITY, [issuer, subject]);
    if (!known?.organisationId)
      throw new ProblemException('identity-unknown', { detail: 'Ask the programme office to register you.' });
    const { personId, organisationId } = known;
    await this.sessions.begin({ personId, organisationId, method: 'oidc' }, request, reply);
    reply.header('location', flow.returnTo);
  }
}
