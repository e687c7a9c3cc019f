import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ProblemView } from '#contracts';
import { SESSION_COOKIE } from '../sessions/session-cookie.js';
import { zodToOpenApi } from './zod-to-openapi.js';

const DESCRIPTION = `Supplier qualification: application, audit, compliance checks, pilot order, buyer approval.

**Facts** (fields, answers, terms) are written with PUT under \`If-Match\`. **Decisions** are commands with an
\`Idempotency-Key\`; one that takes longer is answered 202 with the address where its outcome will be. Lists are
pages: pass \`next\` back as \`cursor\`. Every error is problem details (RFC 9457); \`GET /problems\` lists the codes.`;

const TAGS: Readonly<Record<string, string>> = {
  qualifications: 'Cases: one supplier site, one input category, one scheme version',
  commands: 'Decisions, asked for and answered',
  'application-sections': 'What the supplier submits',
  audits: 'Answers of the checklist, and findings',
  'corrective-actions': 'What the supplier does about a nonconformity',
  'compliance-checks': 'Sanctions, registration, certificates and the like, each with a verdict',
  'pilot-orders': 'Trial orders with lots and inspections',
  approvals: "Buyers' decisions with scope and validity",
  documents: 'Documents that prove something, and their uploads (tus 1.0.0)',
  events: 'What happened, to poll or as a stream: CloudEvents 1.0.2 in the order of each case',
  tasks: 'Who must act, and by when',
  journal: 'What happened to a case, hash-chained',
  suppliers: 'Suppliers and their sites',
  organisations: 'Suppliers, audit firms, buyers and the programme office',
  people: 'People and their roles in organisations',
  'sign-in': 'How people come in: sign-in provider, identities, second factor',
  sessions: 'People at their browsers',
  tokens: 'Bearer tokens of programs, and OAuth clients that get their own',
  'inbound-events': 'What systems of buyers tell: goods receipts, deliveries, complaints',
  schemes: 'Versioned rule sets',
  holidays: 'Public holidays by year',
  service: 'Health and problem codes',
};

/** The OpenAPI 3.1 document of all routes. */
export function buildDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Selvedge')
    .setVersion('1')
    .setDescription(DESCRIPTION)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', 'This server')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A token that begins with svg_' }, 'bearer')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('bearer')
    .addSecurityRequirements('session');
  for (const [name, description] of Object.entries(TAGS)) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    standardSchemaConverter: zodToOpenApi,
  });
  return withProblems(document);
}

/** The one schema of every error, which routes refer to by name. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const rename = (text: string): string => text.replaceAll('#/$defs/', '#/components/schemas/');
  const components = JSON.parse(rename(JSON.stringify(zodToOpenApi(ProblemView)?.components ?? {})));
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...components },
  };
  delete document.info.contact; // Nest fills in an empty one
  return document;
}
