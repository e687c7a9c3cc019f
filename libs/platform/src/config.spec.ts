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
      commandWaitMs: 5000,
      rateLimitPerMinute: 600,
      organisationInFlight: 8,
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
