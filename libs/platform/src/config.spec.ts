import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './config.js';

const enough = {
  DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:5432/selvedge',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  SEALING_KEYS: `2026:${'k'.repeat(43)}`,
  SAFEGUARDING_KEYS: `2026:${'s'.repeat(43)}`,
};

describe('the configuration', () => {
  it('needs only the addresses of database and Temporal, and keys to seal with', () => {
    expect(loadConfig(enough)).toEqual({
      databaseUrl: enough.DATABASE_URL,
      sealingKeys: enough.SEALING_KEYS,
      safeguardingKeys: enough.SAFEGUARDING_KEYS,
      databasePool: 10,
      temporalAddress: '127.0.0.1:7233',
      temporalNamespace: 'default',
      host: '127.0.0.1',
      port: 3000,
      healthPort: 3001,
      production: false,
      logLevel: 'info',
      anchorIntervalS: 300,
      anchorPublicKeys: '',
      commandWaitMs: 5000,
      rateLimitPerMinute: 600,
      organisationInFlight: 8,
      eventHeartbeatS: 15,
      publicOrigin: 'http://127.0.0.1:3000',
      phoneSignIn: true,
      messages: {},
      webhooksAllowLoopback: false,
      trustedProxies: [],
      blobs: { kind: 'disk', folder: '.selvedge/blobs' },
      documentQuotaBytes: 2 * 1024 ** 3,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ ...enough, PORT: '', INSTANCE_ID: '' })).not.toHaveProperty('instanceId');
  });

  it('names every variable that is missing or wrong at once', () => {
    expect(() => loadConfig({ PORT: '99999', NODE_ENV: 'prod' })).toThrow(ConfigError);
    expect(() => loadConfig({ PORT: '99999', NODE_ENV: 'prod' })).toThrow(
      /DATABASE_URL is missing.*TEMPORAL_ADDRESS is missing.*PORT .*NODE_ENV /,
    );
  });

  it('wants sealing keys of 256 bits with a name, and does not repeat them', () => {
    const wrong = { ...enough, SEALING_KEYS: 'hunter2' };
    expect(() => loadConfig(wrong)).toThrow(/SEALING_KEYS must be id:secret pairs/);
    expect(() => loadConfig(wrong)).not.toThrow(/hunter2/);
  });

  it('never lets webhooks of production go to its own machine', () => {
    expect(loadConfig({ ...enough, WEBHOOKS_ALLOW_LOOPBACK: 'on' }).webhooksAllowLoopback).toBe(true);
    const production = { ...enough, NODE_ENV: 'production', BLOB_DIR: '/blobs' };
    expect(loadConfig(production).webhooksAllowLoopback).toBe(false);
    const open = { ...production, WEBHOOKS_ALLOW_LOOPBACK: 'on' };
    expect(() => loadConfig(open)).toThrow(/WEBHOOKS_ALLOW_LOOPBACK cannot be on/);
  });

  it('turns sign-in by telephone off in production, where no message can be sent, and says so', () => {
    const production = { ...enough, NODE_ENV: 'production', BLOB_DIR: '/blobs' };
    expect(loadConfig(production).phoneSignIn).toBe(false);
    expect(() => loadConfig({ ...production, PHONE_SIGN_IN: 'on' })).toThrow(/PHONE_SIGN_IN cannot be on/);
  });

  it('knows the ways out for messages, each of them whole or not at all', () => {
    const mail = { SMTP_URL: 'smtps://mail.example:465', MAIL_FROM: 'selvedge@example.org' };
    const bot = { TELEGRAM_BOT_NAME: 'selvedge_bot', TELEGRAM_BOT_TOKEN: '1:hunter2' };
    expect(loadConfig({ ...enough, ...mail, ...bot, SMS_RECORDING_DIR: '/sms' }).messages).toEqual({
      mail: { smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM },
      telegram: { bot: 'selvedge_bot', token: '1:hunter2' },
      sms: { recordingDir: '/sms' },
    });
    expect(() => loadConfig({ ...enough, SMTP_URL: mail.SMTP_URL })).toThrow(
      /MAIL_FROM is missing beside SMTP_URL/,
    );
    expect(() => loadConfig({ ...enough, TELEGRAM_BOT_NAME: 'selvedge_bot' })).toThrow(
      /TELEGRAM_BOT_TOKEN is missing/,
    );
    const production = { ...enough, NODE_ENV: 'production', BLOB_DIR: '/blobs' };
    expect(() => loadConfig({ ...production, SMS_RECORDING_DIR: '/sms' })).toThrow(
      /SMS_RECORDING_DIR is for dev/,
    );
    expect(() => loadConfig({ ...production, ...bot, TELEGRAM_API_ROOT: 'http://a' })).toThrow(
      /TELEGRAM_API_ROOT/,
    );
  });

  it('takes the word of named proxies only', () => {
    const named = { ...enough, TRUSTED_PROXIES: '10.0.0.0/8,fd00::1' };
    expect(loadConfig(named).trustedProxies).toEqual(['10.0.0.0/8', 'fd00::1']);
    expect(() => loadConfig({ ...enough, TRUSTED_PROXIES: 'anybody' })).toThrow(/TRUSTED_PROXIES/);
  });

  describe('of a sign-in provider', () => {
    const provider = {
      ...{ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'selvedge', OIDC_CLIENT_SECRET: 'hunter2' },
      PUBLIC_URL: 'https://selvedge.example/',
    };
    const load = (change: NodeJS.ProcessEnv) => () => loadConfig({ ...enough, ...provider, ...change });

    it('is whole or not there', () => {
      expect(load({})()).toMatchObject({
        publicOrigin: 'https://selvedge.example',
        signInProvider: { issuer: 'https://id.example', clientId: 'selvedge', clientSecret: 'hunter2' },
      });
      expect(load({ OIDC_ISSUER: '' })()).not.toHaveProperty('signInProvider');
      expect(load({ OIDC_CLIENT_ID: '', OIDC_CLIENT_SECRET: '', PUBLIC_URL: '' })).toThrow(
        /OIDC_CLIENT_ID is missing.*OIDC_CLIENT_SECRET is missing.*PUBLIC_URL is missing/,
      );
    });

    it.each([
      ['http://id.example', 'development'],
      ['http://127.0.0.1:9', 'production'],
      ['https://user:pass@id.example', 'development'],
      ['ftp://127.0.0.1', 'development'],
      ['nonsense', 'development'],
    ])('is asked over TLS, or on this machine in development: not %s in %s', (OIDC_ISSUER, NODE_ENV) => {
      expect(load({ OIDC_ISSUER, NODE_ENV })).toThrow(/OIDC_ISSUER must be an https address/);
      expect(load({ OIDC_ISSUER: 'http://127.0.0.1:9' })()).toHaveProperty('signInProvider');
    });

    it('never repeats its secret', () => {
      expect(load({ OIDC_ISSUER: 'http://id.example' })).not.toThrow(/hunter2/);
    });
  });

  it('wants to be told in production where documents are kept: a folder or a bucket', () => {
    const live = { ...enough, NODE_ENV: 'production', CLAMD_ADDRESS: 'clamav:3310' };
    expect(() => loadConfig(live)).toThrow(/BLOB_DIR or BLOB_S3_BUCKET is missing/);
    expect(loadConfig({ ...live, BLOB_DIR: '/blobs' }).blobs).toEqual({ kind: 'disk', folder: '/blobs' });
    const keys = { BLOB_S3_ACCESS_KEY_ID: 'id', BLOB_S3_SECRET_ACCESS_KEY: 'secret' };
    const s3 = { ...live, BLOB_S3_BUCKET: 'evidence', BLOB_S3_ENDPOINT: 'https://s3.example.com' };
    const place = { kind: 's3', bucket: 'evidence', region: 'us-east-1', endpoint: 'https://s3.example.com' };
    expect(loadConfig(s3).blobs).toEqual(place);
    expect(loadConfig({ ...s3, ...keys }).blobs).toEqual({
      ...place,
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    });
  });

  it('never repeats a value: it may be a password', () => {
    expect(() => loadConfig({ ...enough, DATABASE_URL: 'mysql://user:hunter2@db' })).not.toThrow(/hunter2/);
    expect(() => loadConfig({ ...enough, DATABASE_URL: 'mysql://user:hunter2@db' })).toThrow(
      /DATABASE_URL must start/,
    );
  });
});
