import { Inject, Injectable, Logger } from '@nestjs/common';
import { notFound, ProblemException, unavailable, type Config, type SignInProvider } from '#platform';
import * as openid from 'openid-client';
import { CONFIG } from '../config.module.js';
import { fetchWithLimits, PATIENCE_S, ProviderAway } from './fetch-with-limits.js';

const RETRY_AFTER_S = 5;
export const CALLBACK_PATH = '/v1/sign-in/oidc/callback';

/** What a sign-in must come back with. Each is new for each sign-in. */
export interface Expected {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}
/** As whom the provider knows somebody. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

/** A code of the library or our own words; never what the browser or the provider said. */
function reasonOf(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (cause instanceof ProviderAway) return cause.message;
  return typeof code === 'string' ? code : (error as Error).name;
}

/**
 * Our side of OpenID Connect: authorization code with PKCE (S256), `state`, `nonce` and the check of `iss` (RFC 9207). The
 * provider is asked for its addresses when the first person signs in, and again until it answers: it is not needed to start.
 */
@Injectable()
export class OidcClient {
  private readonly logger = new Logger('sign-in');
  private discovered: Promise<openid.Configuration> | undefined;
  private readonly redirectUri: string;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.redirectUri = new URL(CALLBACK_PATH, config.publicOrigin).href;
  }

  /** @throws ProblemException 404 when people cannot sign in here */
  get provider(): SignInProvider {
    const { signInProvider } = this.config;
    if (!signInProvider) throw notFound('sign-in provider');
    return signInProvider;
  }

  /** Where a browser is sent to sign in, and what it must come back with. */
  async begin(): Promise<Expected & { readonly url: string }> {
    const configuration = await this.configuration();
    const verifier = openid.randomPKCECodeVerifier();
    const [state, nonce] = [openid.randomState(), openid.randomNonce()];
    const url = openid.buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: this.redirectUri, response_type: 'code', scope: 'openid', state, nonce },
      ...{ code_challenge: await openid.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    });
    return { url: url.href, state, nonce, verifier };
  }

  /**
   * Exchange the code that a browser came back with. No token of the provider is kept.
   * @param path the callback's address as it was asked for, from its first slash
   * @throws ProblemException 400 when anything is not as expected, 503 when the provider does not answer
   */
  async complete(path: string, { state, nonce, verifier }: Expected): Promise<Subject> {
    const configuration = await this.configuration();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
    const url = new URL(path, this.config.publicOrigin);
    const tokens = await this.asked(
      openid.authorizationCodeGrant(configuration, url, { ...checks, idTokenExpected: true }),
    );
    const claims = tokens.claims();
    if (!claims) throw new ProblemException('sign-in-failed');
    return { issuer: this.provider.issuer, subject: claims.sub };
  }

  private async configuration(): Promise<openid.Configuration> {
    const { provider } = this;
    this.discovered ??= this.discover(provider);
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = undefined;
      this.logger.warn(`the sign-in provider cannot be asked: ${reasonOf(error)}`);
      throw unavailable('sign-in-unavailable', RETRY_AFTER_S);
    }
  }

  private discover({ issuer, clientId, clientSecret }: SignInProvider): Promise<openid.Configuration> {
    // The configuration lets plain HTTP through for a provider on this machine only, and never in production.
    const plain = issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [];
    return openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: PATIENCE_S,
      [openid.customFetch]: fetchWithLimits,
      execute: [...plain, openid.enableNonRepudiationChecks],
    });
  }

  private async asked<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      const away = error instanceof ProviderAway || (error as Error).cause instanceof ProviderAway;
      this.logger.warn(`a sign-in did not succeed: ${reasonOf(error)}`);
      if (away) throw unavailable('sign-in-unavailable', RETRY_AFTER_S);
      throw new ProblemException('sign-in-failed', { detail: 'Begin the sign-in again.' });
    }
  }
}
