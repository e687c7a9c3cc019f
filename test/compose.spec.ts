import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly build?: { readonly dockerfile: string };
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, unknown>>;
  readonly command?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}
const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};
const each = Object.entries(services);

describe('docker-compose.yml', () => {
  it('has a database for us, one for Temporal, the server, the API and the worker', () => {
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining(['postgres', 'temporal-postgres', 'temporal', 'migrate', 'api', 'worker']),
    );
  });

  it('publishes on loopback only', () => {
    const published = each.flatMap(([, service]) => service.ports ?? []);
    expect(published.length).toBeGreaterThan(0);
    expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('takes every password and key from the environment', () => {
    const secrets = each.flatMap(([, { environment = {} }]) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|PWD|DATABASE_URL|_KEYS?$/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter(([, value]) => !/\$\{[A-Z_]+:\?/.test(String(value)))).toEqual([]);
  });

  it('pins every image, builds from a Dockerfile that exists and waits only for services it has', () => {
    expect(
      each.filter(([, { image = '' }]) => !/:[\w.-]+$/.test(image) || image.endsWith(':latest')),
    ).toEqual([]);
    for (const [, { build }] of each) if (build) expect(existsSync(build.dockerfile)).toBe(true);
    for (const [, { depends_on: waits = {} }] of each) {
      expect(Object.keys(waits).filter((name) => !(name in services))).toEqual([]);
    }
  });

  it('runs programs that the build produces', () => {
    const programs = each.flatMap(([, { command = [] }]) => command.filter((part) => part.endsWith('.js')));
    const sources = programs.map((program) => program.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
    expect(sources.filter((source) => !existsSync(source))).toEqual([]);
    expect(sources.length).toBeGreaterThan(1);
  });
});
