import { SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { asyncApi } from '#contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { buildDocument } from './document.js';

/** `/openapi.json`, and a page at `/docs` to read and try it; all of the page's files come from this server. */
export function serveDocument(app: NestFastifyApplication): void {
  const document = buildDocument(app);
  const json = JSON.stringify(document);
  app.getHttpAdapter().get('/openapi.json', (_request: FastifyRequest, reply: FastifyReply) => {
    void reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(json);
  });
  SwaggerModule.setup('docs', app, document, {
    raw: false,
    customSiteTitle: 'Selvedge API',
    swaggerOptions: {
      persistAuthorization: false,
      displayRequestDuration: true,
      tryItOutEnabled: true,
      validatorUrl: null,
    },
  });
}

/**
 * `/asyncapi.json`: everything that is told of by itself.
 * @param publicUrl where the API is found, without a slash at its end
 */
export function serveEvents(app: NestFastifyApplication, publicUrl: string): void {
  const json = JSON.stringify(asyncApi(publicUrl));
  app.getHttpAdapter().get('/asyncapi.json', (_request: FastifyRequest, reply: FastifyReply) => {
    void reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(json);
  });
}
