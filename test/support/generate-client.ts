import 'reflect-metadata';
import { createClient } from '@hey-api/openapi-ts';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger, type Config } from '#platform';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createAdapter } from '../../apps/api/src/fastify-server.js';
import { buildDocument } from '../../apps/api/src/openapi/document.js';

/** Where the client is, from the root of the repository. */
export const GENERATED = 'libs/client/src/generated';
const PROBLEM = { $ref: '#/components/schemas/ProblemView' };

/** The document of all routes without a server: Nest only looks at the controllers, and connects to nothing. */
async function documentOfRoutes(): Promise<OpenAPIObject> {
  const silent = createLogger('api', { level: 'silent' });
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.with({ trustedProxies: [] as readonly string[] } as Config),
    createAdapter(silent, []),
    { logger: false, preview: true, abortOnError: false, bodyParser: false },
  );
  return buildDocument(app);
}

/** All errors are one shape, so each operation names it once: the client would repeat it for every status. */
function withOneProblem(document: OpenAPIObject): OpenAPIObject {
  const brief = structuredClone(document);
  for (const item of Object.values(brief.paths))
    for (const operation of Object.values(item as Record<string, { responses?: Record<string, unknown> }>)) {
      const { responses } = operation;
      if (!responses) continue;
      for (const status of Object.keys(responses)) if (/^[45]/.test(status)) delete responses[status];
      responses['default'] = {
        description: 'Problem details (RFC 9457)',
        content: { 'application/problem+json': { schema: PROBLEM } },
      };
    }
  return brief;
}

/** Writes the typed client of a document; what was in the folder before is gone. */
export async function generateClient(document: OpenAPIObject, folder: string): Promise<void> {
  await createClient({
    input: withOneProblem(document) as never,
    output: { path: folder, clean: true, entryFile: false, module: { extension: '.js' } },
    logs: { level: 'silent' },
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
  });
}

/** `node dist/test/support/generate-client.js [FOLDER] [DOCUMENT]`: of the routes as they are, when no file is named. */
const calledAs = process.argv[1];
if (calledAs && realpathSync(calledAs) === import.meta.filename) {
  const [folder = join(process.cwd(), GENERATED), file] = process.argv.slice(2);
  const document = file
    ? (JSON.parse(readFileSync(file, 'utf8')) as OpenAPIObject)
    : await documentOfRoutes();
  await generateClient(document, folder);
}
