import { z } from 'zod';
import {
  messageFaults,
  messageSettings,
  messageVariables,
  type MessageSettings,
} from './message-settings.js';

const port = z.coerce.number<string>().int().min(0).max(65535);
const wholeFrom = (min: number, max: number) => z.coerce.number<string>().int().min(min).max(max);
const sealingKeys = z
  .string({ error: 'is missing' })
  .regex(
    /^[\w-]{1,40}:[\w-]{43}=?(?:,[\w-]{1,40}:[\w-]{43}=?)*$/,
    'must be id:secret pairs, each secret 32 bytes in base64url',
  );
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];
const isSafe = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname));
/** An address without password, query and fragment: https, or http on this machine. */
const address = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && isSafe(url) && !url.username && !url.search && !url.hash;
}, 'must be an https address');
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const Variables = z.object({
  DATABASE_URL: z
    .string({ error: 'is missing' })
    .regex(/^postgres(?:ql)?:\/\//, 'must start with postgres://'),
  TEMPORAL_ADDRESS: z.string({ error: 'is missing' }).regex(/^[^\s/]+:\d+$/, 'must be host:port'),
  SEALING_KEYS: sealingKeys,
  SAFEGUARDING_KEYS: sealingKeys,
  TEMPORAL_NAMESPACE: z.string().default('default'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  HEALTH_PORT: port.default(3001),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  INSTANCE_ID: z.string().max(100).optional(),
  DATABASE_POOL: wholeFrom(1, 200).default(10),
  SCREENING_LISTS_DIR: z.string().optional(),
  CHECK_SOURCES_DIR: z.string().optional(),
  BUILD_ID: z.string().max(100).optional(),
  ANCHOR_FILE: z.string().optional(),
  ANCHOR_INTERVAL_S: wholeFrom(1, 86_400).default(300),
  ANCHOR_SIGNING_KEY: z.string().optional(),
  ANCHOR_PUBLIC_KEYS: z
    .string()
    .regex(/^[\w-]{43}=?(?:,[\w-]{43}=?)*$/, 'must be keys of 32 bytes in base64url, comma between two')
    .optional(),
  CLAMD_ADDRESS: z
    .string()
    .regex(/^(?:\/\S+|[^\s/]+:\d+)$/, 'must be host:port or the path of a socket')
    .optional(),
  BLOB_DIR: z.string().optional(),
  BLOB_S3_BUCKET: z.string().max(63).optional(),
  BLOB_S3_REGION: z.string().max(100).default('us-east-1'),
  BLOB_S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be a URL' }).optional(),
  BLOB_S3_ACCESS_KEY_ID: z.string().optional(),
  BLOB_S3_SECRET_ACCESS_KEY: z.string().optional(),
  DOCUMENT_QUOTA_BYTES: wholeFrom(1, Number.MAX_SAFE_INTEGER).default(2 * 1024 ** 3),
  COMMAND_WAIT_MS: wholeFrom(100, 60_000).default(5_000),
  RATE_LIMIT_PER_MINUTE: wholeFrom(1, 100_000_000).default(600),
  ORGANISATION_IN_FLIGHT: wholeFrom(1, 1_000_000).default(8),
  EVENT_HEARTBEAT_S: wholeFrom(1, 300).default(15),
  CHROMIUM_PATH: z.string().max(1000).optional(),
  PUBLIC_URL: address.optional(),
  OFFICE_CONTACT: z.string().trim().max(200).optional(),
  PHONE_SIGN_IN: z.enum(['on', 'off']).optional(),
  ...messageVariables,
  WEBHOOKS_ALLOW_LOOPBACK: z.enum(['on', 'off']).default('off'),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[0-9a-f.:/]+(?:,[0-9a-f.:/]+)*$/i, 'must be addresses or networks with commas between')
    .optional(),
  OIDC_ISSUER: address.optional(),
  OIDC_CLIENT_ID: z.string().max(500).optional(),
  OIDC_CLIENT_SECRET: z.string().max(1000).optional(),
});
/** With a sign-in provider its client must be known too; production speaks TLS to it and to browsers. */
const Environment = Variables.superRefine((env, context) => {
  const wrong = (name: string, message: string): void =>
    context.addIssue({ code: 'custom', path: [name], message });
  if (env.PHONE_SIGN_IN === 'on' && env.NODE_ENV === 'production')
    wrong(
      'PHONE_SIGN_IN',
      'cannot be on: codes go to telephones, and production has no operator for that yet',
    );
  for (const fault of messageFaults(env, env.NODE_ENV === 'production')) wrong(...fault);
  if (env.WEBHOOKS_ALLOW_LOOPBACK === 'on' && env.NODE_ENV === 'production')
    wrong('WEBHOOKS_ALLOW_LOOPBACK', 'cannot be on: receivers are others than this machine');
  if (!env.OIDC_ISSUER) return;
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'] as const)
    if (env[name] === undefined) wrong(name, 'is missing beside OIDC_ISSUER');
  for (const name of ['OIDC_ISSUER', 'PUBLIC_URL'] as const)
    if (env.NODE_ENV === 'production' && env[name]?.startsWith('http:'))
      wrong(name, 'must be an https address');
});
const withBlobs = Environment.refine(
  ({ NODE_ENV, BLOB_DIR, BLOB_S3_BUCKET }) => NODE_ENV !== 'production' || BLOB_DIR || BLOB_S3_BUCKET,
  { path: ['BLOB_DIR'], message: 'or BLOB_S3_BUCKET is missing' },
);
type Environment = z.infer<typeof Environment>;

/** Where the bytes of documents are kept: a folder that api and worker share, or a bucket. */
export type BlobPlace =
  | { readonly kind: 'disk'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly bucket: string;
      readonly region: string;
      readonly endpoint?: string;
      /** Absent: the machine's own role. */
      readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
    };

/** What a process must know before it starts. Read once, then passed on: nothing else reads the environment. */
export interface Config {
  readonly databaseUrl: string;
  /** Seal personal data, second factors and kept answers; read by `readKeyring`, newest first. */
  readonly sealingKeys: string;
  /** Seal what workers told and what concerns children; others than `sealingKeys`. */
  readonly safeguardingKeys: string;
  readonly databasePool: number;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly host: string;
  readonly port: number;
  readonly healthPort: number;
  readonly production: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly instanceId?: string;
  readonly screeningListsDir?: string;
  /** Recorded answers of business and certificate registers; without it an officer looks them up. */
  readonly checkSourcesDir?: string;
  readonly buildId?: string;
  /** Where the worker writes the heads of all chains, outside the database. */
  readonly anchorFile?: string;
  /** Seconds between two anchors: what was decided since the last one is all that could be rebuilt unseen. */
  readonly anchorIntervalS: number;
  /** Ed25519: PKCS #8 in PEM, or 32 bytes in base64url. The worker's alone. */
  readonly anchorSigningKey?: string;
  /** Public keys of all lines of the file, the present and the former, as the API tells them. */
  readonly anchorPublicKeys: string;
  /** ClamAV's daemon, `host:port` or the path of its socket: the worker has it scan what was uploaded. */
  readonly clamdAddress?: string;
  readonly blobs: BlobPlace;
  /** Bytes of documents that one organisation may keep, unfinished uploads among them. */
  readonly documentQuotaBytes: number;
  /** Where browsers find this service, `https://selvedge.example`: the origin of its pages. */
  readonly publicOrigin: string;
  /** How people reach the programme office, as the public pages tell it. */
  readonly officeContact?: string;
  /** Ways out for messages to people; without them production sends none. */
  readonly messages: MessageSettings;
  /** Whether people sign in with a code sent to their telephone; needs a way to send messages. */
  readonly phoneSignIn: boolean;
  /** Whether webhooks may go to this machine, over http and on any port: for development and tests. */
  readonly webhooksAllowLoopback: boolean;
  /** Addresses of the proxies in front, whose word about a caller's address is taken; nobody's when empty. */
  readonly trustedProxies: readonly string[];
  /** The OpenID Connect provider that people sign in at; without one nobody does. */
  readonly signInProvider?: SignInProvider;
  /** How long a caller is kept waiting for a decision before it is answered 202. */
  readonly commandWaitMs: number;
  /** Requests of one person, or of one address without a token, that one API process answers in a minute. */
  readonly rateLimitPerMinute: number;
  /** Requests of one organisation that one API process works on at a time: fewer than `databasePool`, or it could take all. */
  readonly organisationInFlight: number;
  /** Seconds between two signs of life of a stream of events, and between two looks at whether its reader may go on. */
  readonly eventHeartbeatS: number;
  /** The browser that prints pages; without it the usual places are looked at, and without any nothing is printed. */
  readonly chromiumPath?: string;
}

export interface SignInProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The environment lacks a variable or holds one we cannot read. Names them all, never their values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const DEVELOPMENT_BLOBS = '.selvedge/blobs';
function blobPlace(env: Environment): BlobPlace {
  const { BLOB_S3_BUCKET: bucket, BLOB_S3_REGION: region, BLOB_S3_ENDPOINT: endpoint } = env;
  if (!bucket) return { kind: 'disk', folder: env.BLOB_DIR ?? DEVELOPMENT_BLOBS };
  const { BLOB_S3_ACCESS_KEY_ID: accessKeyId, BLOB_S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
  return { kind: 's3', bucket, region, ...(endpoint && { endpoint }), ...(credentials && { credentials }) };
}

const toConfig = (env: Environment): Config => ({
  databaseUrl: env.DATABASE_URL,
  sealingKeys: env.SEALING_KEYS,
  safeguardingKeys: env.SAFEGUARDING_KEYS,
  databasePool: env.DATABASE_POOL,
  temporalAddress: env.TEMPORAL_ADDRESS,
  temporalNamespace: env.TEMPORAL_NAMESPACE,
  host: env.HOST,
  port: env.PORT,
  healthPort: env.HEALTH_PORT,
  production: env.NODE_ENV === 'production',
  logLevel: env.LOG_LEVEL,
  anchorIntervalS: env.ANCHOR_INTERVAL_S,
  anchorPublicKeys: env.ANCHOR_PUBLIC_KEYS ?? '',
  commandWaitMs: env.COMMAND_WAIT_MS,
  rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
  organisationInFlight: env.ORGANISATION_IN_FLIGHT,
  eventHeartbeatS: env.EVENT_HEARTBEAT_S,
  blobs: blobPlace(env),
  documentQuotaBytes: env.DOCUMENT_QUOTA_BYTES,
  publicOrigin: new URL(env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`).origin,
  phoneSignIn: (env.PHONE_SIGN_IN ?? (env.NODE_ENV === 'production' ? 'off' : 'on')) === 'on',
  messages: messageSettings(env),
  webhooksAllowLoopback: env.WEBHOOKS_ALLOW_LOOPBACK === 'on',
  trustedProxies: env.TRUSTED_PROXIES?.split(',') ?? [],
  ...(env.OIDC_ISSUER && {
    signInProvider: {
      issuer: env.OIDC_ISSUER,
      clientId: env.OIDC_CLIENT_ID ?? '',
      clientSecret: env.OIDC_CLIENT_SECRET ?? '',
    },
  }),
  ...(env.OFFICE_CONTACT && { officeContact: env.OFFICE_CONTACT }),
  ...(env.INSTANCE_ID && { instanceId: env.INSTANCE_ID }),
  ...(env.SCREENING_LISTS_DIR && { screeningListsDir: env.SCREENING_LISTS_DIR }),
  ...(env.CHECK_SOURCES_DIR && { checkSourcesDir: env.CHECK_SOURCES_DIR }),
  ...(env.ANCHOR_FILE && { anchorFile: env.ANCHOR_FILE }),
  ...(env.ANCHOR_SIGNING_KEY && { anchorSigningKey: env.ANCHOR_SIGNING_KEY }),
  ...(env.CLAMD_ADDRESS && { clamdAddress: env.CLAMD_ADDRESS }),
  ...(env.BUILD_ID && { buildId: env.BUILD_ID }),
  ...(env.CHROMIUM_PATH && { chromiumPath: env.CHROMIUM_PATH }),
});

/**
 * Read the configuration; an empty variable counts as one that is not set.
 * @throws ConfigError naming every variable that is missing or wrong
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = withBlobs.safeParse(given);
  if (read.success) return toConfig(read.data);
  const wrong = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new ConfigError(`The configuration is not complete: ${wrong.join('; ')}.`);
}
