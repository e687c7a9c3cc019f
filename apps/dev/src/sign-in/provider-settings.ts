import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Configuration, JWK, interactionPolicy } from 'oidc-provider';
import { MemoryStore } from './memory-store.js';

/** How the API is known to the provider. */
export interface ProviderClient {
  readonly clientId: string;
  readonly clientSecret: string;
}
type Policy = typeof interactionPolicy;

const signingKey = (): JWK => ({
  ...(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) as JWK),
  ...{ use: 'sig', alg: 'RS256', kid: 'development' },
});

/** Everybody picks anew who they are, and nobody is asked whether the API may know it. */
function promptsOf({ base, Check }: Policy): ReturnType<Policy['base']> {
  const prompts = base();
  prompts.get('consent')?.checks.remove('native_client_prompt');
  const always = new Check('picks_anew', 'Everybody picks who they are', (ctx) =>
    ctx.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
  );
  prompts.get('login')?.checks.add(always);
  return prompts;
}

/** Of an OpenID provider that believes everybody; keys and cookies are new with every process. */
export const providerSettings = (
  { clientId, clientSecret }: ProviderClient,
  policy: Policy,
): Configuration => ({
  adapter: MemoryStore,
  clients: [
    {
      ...{
        client_id: clientId,
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
      },
      // A native client may come back to any port of this machine (RFC 8252, 7.3): tests start APIs as they need them.
      ...{ application_type: 'native', redirect_uris: ['http://127.0.0.1/v1/sign-in/oidc/callback'] },
      ...{ response_types: ['code'], grant_types: ['authorization_code'] },
    },
  ],
  cookies: { keys: [randomBytes(32).toString('base64url')] },
  jwks: { keys: [signingKey()] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { policy: promptsOf(policy), url: (_ctx, { uid }) => `/interaction/${uid}` },
  ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  findAccount: (_ctx, subject) => ({ accountId: subject, claims: () => ({ sub: subject }) }),
  loadExistingGrant: async ({ oidc }) => {
    const accountId = oidc.session?.accountId;
    const grant = new oidc.provider.Grant({ clientId, ...(accountId && { accountId }) });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});
