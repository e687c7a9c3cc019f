import { beforeAll, describe, expect, it } from '@jest/globals';
import { Parser } from '@asyncapi/parser';
import { EVENT_CATALOGUE, eventSchema } from '#contracts';
import { problemFaults, raw, type Raw } from '../support/raw.js';

interface Listed {
  readonly type: string;
  readonly meaning: string;
  readonly dataschema: string;
}
const TYPE = 'org.selvedge.qualification.audit-submitted.v1';

/** Nobody has to sign in for any of it. */
describe('the types of events', () => {
  let listed: readonly Listed[];
  const read = ({ dataschema }: Listed, headers: Record<string, string> = {}): Promise<Raw> =>
    raw('GET', new URL(dataschema).pathname, { headers });
  beforeAll(async () => {
    const { body } = await raw('GET', '/events');
    listed = body['items'] as readonly Listed[];
  });

  it('are listed with what each of them means', () => {
    expect(listed.map(({ type }) => type).sort()).toEqual(EVENT_CATALOGUE.map(({ type }) => type).sort());
    const { meaning } = listed.find(({ type }) => type === TYPE) as Listed;
    expect(meaning).toBe('The auditor handed the answers in; they are scored and frozen.');
  });

  it('have their schema where events say that it is, to be kept by whoever read it', async () => {
    for (const one of listed) {
      const { status, headers, text } = await read(one);
      expect([status, headers.get('content-type')]).toEqual([200, 'application/schema+json']);
      const event = EVENT_CATALOGUE.find(({ type }) => type === one.type)!;
      expect(JSON.parse(text)).toEqual({ $id: one.dataschema, ...eventSchema(event) });
    }
    const [first] = listed as [Listed];
    const { headers } = await read(first);
    expect(headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    const again = await read(first, { 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await read(first, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('have none that is not ours', async () => {
    const answer = await raw('GET', '/schemas/org.selvedge.qualification.nothing.v1.json');
    expect([answer.status, problemFaults(answer)]).toEqual([404, []]);
    const odd = await raw('GET', '/schemas/..%2Fpackage.json');
    expect([odd.status, problemFaults(odd)]).toEqual([400, []]);
  });

  it('stand in one AsyncAPI document, which names this service', async () => {
    const { status, headers, text } = await raw('GET', '/asyncapi.json');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    const { document, diagnostics } = await new Parser().parse(text);
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
    const messages = document?.components().messages().all() ?? [];
    expect(messages).toHaveLength(listed.length);
    const [first] = listed as [Listed];
    const [server] = document?.servers().all() ?? [];
    expect(`${server?.protocol()}://${server?.host()}`).toBe(new URL(first.dataschema).origin);
  }, 60_000);
});
