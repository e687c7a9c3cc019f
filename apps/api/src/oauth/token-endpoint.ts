import { Inject, Injectable } from '@nestjs/common';
import OAuth2Server from '@node-oauth/oauth2-server';
import { SCOPES, type Scope } from '#domain';
import { Database, NOBODY } from '#persistence';
import { hashToken, mintToken, newId, type Config } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG } from '../config.module.js';
import { AttemptLimits } from '../limits/attempt-limits.js';
import { CLIENT_OF_SECRET, ISSUE_TOKEN } from './oauth.queries.js';

const { Request, Response } = OAuth2Server;
const GRANT = 'client_credentials';
const LIFETIME_S = 3600;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const CHALLENGE = 'Basic realm="selvedge", charset="UTF-8"';

/** What the protocol asks of us; a refused scope or client is `false`. */
type Model = OAuth2Server.ClientCredentialsModel;

/**
 * The token endpoint of RFC 6749 for clients that act for themselves (4.4). The protocol is the library's; clients, secrets
 * and tokens are rows of ours, and a token is one like any other that ends after an hour, or with its client.
 */
@Injectable()
export class TokenEndpoint {
  constructor(
    private readonly db: Database,
    private readonly limits: AttemptLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Answers as RFC 6749 has it, errors too: 401 for a client that is not who it says, 400 for the rest.
   * @throws ProblemException 429 when a secret was guessed at too often from one address
   */
  async answer(request: FastifyRequest, form: unknown, reply: FastifyReply): Promise<unknown> {
    const wrong = (fault: string) =>
      this.refuse(reply, 400, { error: 'invalid_request', error_description: fault });
    if (!(form instanceof URLSearchParams)) return wrong('content must be application/x-www-form-urlencoded');
    const fault = faultOf(form);
    if (fault) return wrong(fault);
    const guessed = await this.countGuess(request);
    const asked = new Request({
      headers: request.headers as Record<string, string>,
      ...{ method: 'POST', query: {}, body: Object.fromEntries(form) },
    });
    const given = new Response({ headers: {} });
    const server = new OAuth2Server({ model: this.model(), accessTokenLifetime: LIFETIME_S });
    try {
      await server.token(asked, given);
    } catch (error) {
      if (given.body === undefined || (given.status ?? 500) >= 500) throw error;
      return this.refuse(reply, given.status ?? 400, given.body as Refused);
    }
    if (guessed) await this.limits.forget('client-secret', guessed);
    reply.header('pragma', 'no-cache');
    return given.body;
  }

  /** Whoever tries a secret is counted by client and address: nobody else's client is locked out. */
  private async countGuess({ headers, ip }: FastifyRequest): Promise<string | undefined> {
    // All that the library takes for credentials; a client's id is the same in capitals.
    const basic = /^ *Basic +([\w.~+/-]+=*) *$/i.exec(headers.authorization ?? '')?.[1];
    if (basic === undefined) return undefined;
    const who = `${Buffer.from(basic, 'base64').toString().split(':', 1)[0]?.toLowerCase()} ${ip}`;
    await this.limits.take('client-secret', who);
    return who;
  }

  private refuse(reply: FastifyReply, status: number, body: Refused): Refused {
    const unknown = body.error === 'invalid_client';
    reply.status(unknown ? 401 : status);
    if (unknown) reply.header('www-authenticate', CHALLENGE);
    return body;
  }

  private model(): Model {
    let hash: Buffer = Buffer.alloc(0);
    return {
      getClient: async (id, secret) => {
        hash = hashToken(secret);
        if (!UUID.test(id)) return false;
        const [row] = await this.db.run<{ id: string; scopes: Scope[] }>(NOBODY, CLIENT_OF_SECRET, [
          id,
          hash,
        ]);
        return row ? { ...row, grants: [GRANT] } : false;
      },
      getUserFromClient: async ({ id }) => ({ id }),
      validateScope: async (_user, { scopes }, wanted) => {
        const own = scopes as readonly Scope[];
        const asked = wanted?.length ? [...new Set(wanted)] : [...own];
        return asked.every((scope) => own.some((one) => one === scope)) ? asked : false;
      },
      saveToken: async (token, client, user) => this.issue(token, client, user, hash),
      // Tokens are judged where every other token is.
      getAccessToken: async () => false,
    };
  }

  private async issue(
    { scope = [] }: OAuth2Server.Token,
    client: OAuth2Server.Client,
    user: OAuth2Server.User,
    secretHash: Buffer,
  ): Promise<OAuth2Server.Token | false> {
    const { token, hash, prefix } = mintToken();
    const values = [client.id, secretHash, newId(), hash, prefix, scope, LIFETIME_S];
    const [row] = await this.db.run<{ issued: boolean }>(NOBODY, ISSUE_TOKEN, values);
    // Revoked since it was looked up.
    if (!row?.issued) throw new OAuth2Server.InvalidClientError('Invalid client: client is invalid');
    const accessTokenExpiresAt = new Date(Date.now() + LIFETIME_S * 1000);
    return { accessToken: token, accessTokenExpiresAt, scope, client, user };
  }

  /** What a client must know to ask here (RFC 8414). */
  metadata() {
    const { publicOrigin } = this.config;
    return {
      ...{ issuer: publicOrigin, token_endpoint: `${publicOrigin}/v1/oauth/token` },
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
      grant_types_supported: [GRANT],
      response_types_supported: [],
      scopes_supported: [...SCOPES],
    };
  }
}

interface Refused {
  readonly error: string;
  readonly error_description: string;
}

/** What is wrong with the form itself (RFC 6749, 2.3 and 3.2); secrets belong into the header, where no log looks. */
function faultOf(form: URLSearchParams): string | undefined {
  const names = [...form.keys()];
  if (new Set(names).size < names.length) return 'a parameter is there twice';
  const inBody = names.some((name) => name === 'client_id' || name === 'client_secret');
  return inBody ? 'send client_id and client_secret by HTTP Basic, not in the body' : undefined;
}
