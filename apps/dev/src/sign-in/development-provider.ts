import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Provider } from 'oidc-provider';
import { codesPage } from './codes-page.js';
import { loginPage, type Pick } from './login-page.js';
import { providerSettings } from './provider-settings.js';

/** What the API must be told to send people here. */
export interface SignInVariables {
  readonly OIDC_ISSUER: string;
  readonly OIDC_CLIENT_ID: string;
  readonly OIDC_CLIENT_SECRET: string;
}
/** An OpenID provider in this process, where everybody is who they say. */
export interface DevelopmentProvider {
  readonly variables: SignInVariables;
  /** Where the codes of everybody's second factor are shown. */
  readonly codesUrl: string;
  /** Show these people on the page of the sign-in. */
  introduce(people: readonly Pick[]): void;
  stop(): Promise<void>;
}

const INTERACTION = /^\/interaction\/([\w-]+)$/;
const CODES = '/codes';

/** Loaded only when it is needed, and without its word on Node 20, which is supported here as long as it works. */
async function load(): Promise<typeof import('oidc-provider')> {
  const { warn } = console;
  console.warn = (said: unknown, ...more: unknown[]) =>
    String(said).includes('Unsupported runtime') ? undefined : warn(said, ...more);
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
}

/** The page on which one picks who one is, and what comes of it. */
async function interact(
  provider: Provider,
  people: readonly Pick[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(loginPage(request.url ?? '', people));
    return;
  }
  const subject = new URLSearchParams(await text(request)).get('subject') ?? '';
  if (subject === '') throw new Error('nobody was picked');
  await provider.interactionFinished(request, response, { login: { accountId: subject } });
}

function showCodes(people: readonly Pick[], response: ServerResponse): void {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(codesPage(people));
}

/**
 * Starts the provider on a free port of this machine.
 * @throws Error in production, where nobody may be whoever they say
 */
export async function startDevelopmentProvider(
  env: NodeJS.ProcessEnv = process.env,
): Promise<DevelopmentProvider> {
  if (env['NODE_ENV'] === 'production')
    throw new Error('The sign-in of development asks nobody who they are: it does not start in production.');
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: 'selvedge', clientSecret: randomBytes(32).toString('base64url') };
  const { Provider, interactionPolicy } = await load();
  const provider = new Provider(issuer, providerSettings(client, interactionPolicy));
  const answer = provider.callback();
  let people: readonly Pick[] = [];
  server.on('request', (request, response) => {
    if (request.url === CODES) return showCodes(people, response);
    if (!INTERACTION.test(request.url ?? '')) return void answer(request, response);
    interact(provider, people, request, response).catch((error: Error) => {
      response.statusCode = 400;
      response.end(`The sign-in cannot go on: ${error.message}`);
    });
  });
  return {
    variables: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: client.clientId,
      OIDC_CLIENT_SECRET: client.clientSecret,
    },
    codesUrl: `${issuer}${CODES}`,
    introduce: (known) => void (people = known),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}
