import { beforeAll, describe, expect, it } from '@jest/globals';
import { Parser } from '@asyncapi/parser';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { asyncApi } from './asyncapi.js';
import { EVENT_CATALOGUE } from './catalogue.js';

const require = createRequire(import.meta.url);
const document = asyncApi('https://selvedge.invalid');
interface Finding {
  readonly code: string;
  readonly severity: number;
  readonly message: string;
  readonly path: readonly string[];
}
/** What Spectral's own rules for AsyncAPI say of a document; severity 0 is an error. */
async function spectral(text: string): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-asyncapi-'));
  const [file, rules] = [join(folder, 'asyncapi.json'), join(folder, 'rules.json')];
  writeFileSync(file, text);
  writeFileSync(rules, JSON.stringify({ extends: ['spectral:asyncapi'] }));
  const cli = join(dirname(require.resolve('@stoplight/spectral-cli/package.json')), 'dist/index.js');
  const args = [
    cli,
    'lint',
    file,
    '--ruleset',
    rules,
    '--format',
    'json',
    '--quiet',
    '--fail-severity',
    'error',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e8 }).catch(
    (failed: { stdout: string }) => failed,
  );
  rmSync(folder, { recursive: true });
  return JSON.parse(stdout || '[]') as readonly Finding[];
}

describe('the AsyncAPI document', () => {
  let parsed: Awaited<ReturnType<Parser['parse']>>;
  beforeAll(async () => {
    parsed = await new Parser().parse(JSON.stringify(document));
  }, 60_000);

  it('is read without an error by the parser of AsyncAPI', () => {
    expect(parsed.diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
    expect(parsed.document?.version()).toBe('3.0.0');
  });

  it('names every type of event, with a meaning, a schema and an example', () => {
    const messages = parsed.document?.components().messages().all() ?? [];
    expect(messages.map((message) => message.name()).sort()).toEqual(
      EVENT_CATALOGUE.map(({ type }) => type).sort(),
    );
    const silent = messages.filter((m) => !m.summary() || !m.hasPayload() || m.examples().length === 0);
    expect(silent).toEqual([]);
  });

  it('has the pull feed, the stream and webhooks as channels, each with an operation', () => {
    const channels = parsed.document?.channels().all() ?? [];
    expect(channels.map((channel) => [channel.id(), channel.address()])).toEqual([
      ['feed', '/v1/events'],
      ['stream', '/v1/events/stream'],
      ['webhooks', null],
    ]);
    expect(channels.map((channel) => channel.operations().length)).toEqual([1, 1, 1]);
  });

  it('has nothing that Spectral calls an error', async () => {
    const findings = await spectral(JSON.stringify(document));
    expect(findings.filter(({ severity }) => severity === 0)).toEqual([]);
  }, 60_000);

  it('would not be let through by either if it were wrong', async () => {
    const unknown = { action: 'shout', channel: { $ref: '#/channels/none' } };
    const wrong = JSON.stringify({ ...document, channels: {}, operations: { unknown }, components: {} });
    const { diagnostics } = await new Parser().parse(wrong);
    expect(diagnostics.some(({ severity }) => severity === 0)).toBe(true);
    expect((await spectral(wrong)).some(({ severity }) => severity === 0)).toBe(true);
  }, 60_000);
});
