import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { raw } from '../support/raw.js';

type Json = Record<string, unknown>;
interface Operation extends Json {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly responses: Record<string, Json>;
}
interface Document extends Json {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Json> };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const CONTROLLERS = join(import.meta.dirname, '../../apps/api/src');

/** Pages for people: plain HTML, and no operations. */
const PAGES = ['pages', 'public-checks', 'sign-in-pages'];
const isOfPages = (file: string): boolean => PAGES.some((slice) => file.startsWith(`${slice}/`));

/** `GET /v1/tasks` for every route that a controller declares; pages aside, which say themselves that they are none. */
function declaredRoutes(): string[] {
  const files = readdirSync(CONTROLLERS, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.controller.ts'),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join(CONTROLLERS, file), 'utf8');
    if (source.includes('@ApiExcludeController()') && isOfPages(file)) return [];
    const base = /@Controller\((?:'([^']*)')?\)/.exec(source)?.[1] ?? '';
    return [...source.matchAll(/@(Get|Post|Put|Patch|Delete)\((?:'([^']*)')?\)/g)].map(
      ([, method = '', path = '']) => {
        const whole = `/${[base, path].filter(Boolean).join('/')}`;
        return `${method.toUpperCase()} ${whole.replace(/:(\w+)/g, '{$1}')}`;
      },
    );
  });
}

/** Everything in a document that is called `$ref`, and every schema in it. */
function refsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  );
}

describe('the OpenAPI document', () => {
  let document: Document;
  let operations: { at: string; path: string; operation: Operation }[];
  beforeAll(async () => {
    const answer = await raw('GET', '/openapi.json');
    expect(answer.status).toBe(200);
    document = answer.body as unknown as Document;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => ({
        ...{ at: `${method.toUpperCase()} ${path}`, path, operation: item[method]! },
      })),
    );
  });

  it('is one of version 3.1 with a title, a version and paths', () => {
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\.\d$/),
      info: { title: 'Selvedge' },
    });
    expect(operations.length).toBeGreaterThan(40);
  });

  it('knows every route, and no other', () => {
    expect(operations.map(({ at }) => at).sort()).toEqual(declaredRoutes().sort());
  });

  it('refers to nothing that it does not hold', () => {
    const resolve = (ref: string): unknown =>
      ref
        .replace(/^#\//, '')
        .split('/')
        .reduce<unknown>((at, part) => (at as Json | undefined)?.[part.replaceAll('~1', '/')], document);
    const refs = [...new Set(refsIn(document))];
    expect(refs.length).toBeGreaterThan(30);
    expect(refs.filter((ref) => !ref.startsWith('#/') || resolve(ref) === undefined)).toEqual([]);
  });

  it('describes every operation: its name, its path parameters, its answers and its problems', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { at, path, operation } of operations) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const given = (operation.parameters ?? [])
        .filter((p) => p.in === 'path' && p.required)
        .map((p) => p.name);
      expect({ at, parameters: given.sort() }).toEqual({ at, parameters: wanted });
      expect({
        at,
        answers: Object.keys(operation.responses).some((status) => /^[23]\d\d$/.test(status)),
      }).toEqual({
        ...{ at, answers: true },
      });
      if (path.startsWith('/v1/')) expect({ at, ...operation.responses }).toHaveProperty('401');
    }
  });

  it('says of every operation who may do it, who may know, and what a token must be good for', () => {
    const silent = operations.filter(({ operation }) => {
      const rule = operation['x-authz'] as Json | undefined;
      return !rule || !Array.isArray(rule['may']) || rule['may'].length === 0 || !rule['scope'];
    });
    expect(silent.map(({ at }) => at)).toEqual([]);
  });

  it('asks for an Idempotency-Key on commands and offers If-Match on facts', () => {
    const headers = (at: string) =>
      operations.find((o) => o.at === at)?.operation.parameters?.filter((p) => p.in === 'header');
    expect(headers('POST /v1/qualifications/{id}/commands')).toMatchObject([
      { name: 'Idempotency-Key', required: true },
    ]);
    expect(headers('PUT /v1/qualifications/{id}/audit/answers/{item}')).toMatchObject([{ name: 'If-Match' }]);
  });

  it('tells what an upload is asked with: its headers, and a body of bytes', () => {
    const { parameters, ...send } = operations.find(
      ({ operation }) => operation.operationId === 'continueUpload',
    )!.operation;
    expect(parameters).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'Tus-Resumable',
          schema: { type: 'string', pattern: '^1\\.0\\.0$' },
        }),
        expect.objectContaining({
          name: 'Upload-Offset',
          schema: { type: 'integer', minimum: 0, maximum: 50 * 1024 * 1024 },
        }),
      ]),
    );
    expect(send['requestBody']).toEqual({
      required: true,
      content: { 'application/offset+octet-stream': { schema: { type: 'string', format: 'binary' } } },
    });
  });

  it('holds patterns that readers in other languages understand', () => {
    const patterns = [...JSON.stringify(document).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)];
    expect(patterns.length).toBeGreaterThan(20);
    // Classes of Unicode are of some languages only.
    expect(patterns.map(([, text = '']) => text).filter((text) => /\\p\{/i.test(text))).toEqual([]);
    const { InviteMember } = document.components.schemas;
    expect(JSON.stringify(InviteMember)).toContain('"format":"email"');
  });

  it('holds schemas that a validator of draft 2020-12 takes', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const local = JSON.parse(
      JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
    );
    // Once for all of them: read anew for each, it holds this process up for so long that connections are closed.
    ajv.addSchema({ $id: 'document', $defs: local as Json });
    const compile = (name: string) => ajv.compile({ $ref: `document#/$defs/${name}` });
    for (const name of Object.keys(document.components.schemas)) expect(() => compile(name)).not.toThrow();
    const command = compile('AskCommand');
    expect(command({ type: 'approve', conditional: true })).toBe(true);
    expect(command({ type: 'approve' })).toBe(false);
  });

  it('can be read as a page, all of whose files come from this server', async () => {
    const page = await raw('GET', '/docs');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      expect(file).not.toMatch(/^(?:https?:)?\/\//);
      const asset = await raw('GET', new URL(file, 'http://here/docs').pathname);
      expect({ file, status: asset.status }).toEqual({ file, status: 200 });
    }
  });
});
