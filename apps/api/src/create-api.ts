import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger, type Config } from '#platform';
import { ApiModule } from './api.module.js';
import { Authorisation } from './auth/authorisation.js';
import { createAdapter } from './fastify-server.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { AnswerHeadersInterceptor } from './http/answer-headers.interceptor.js';
import { ValidationPipe } from './http/validation.pipe.js';
import { NestLogger } from './nest-logger.js';
import { PageFilter } from './pages/page.filter.js';
import { serveDocument, serveEvents } from './openapi/serve.js';
import { serveWebApp } from './web-app/serve-web-app.js';

/**
 * The whole API, ready to listen. Rejects when the database cannot be reached.
 * @param authorisation another one only where a test shows that row-level security holds without it
 */
export async function createApi(
  config: Config,
  authorisation = new Authorisation(),
): Promise<NestFastifyApplication> {
  const logger = createLogger('api', { level: config.logLevel });
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.with(config, authorisation),
    createAdapter(logger, config.trustedProxies),
    {
      logger: new NestLogger(logger),
      bodyParser: false,
      abortOnError: false,
    },
  );
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalFilters(app.get(PageFilter));
  app.useGlobalInterceptors(app.get(AnswerHeadersInterceptor), app.get(IdempotencyInterceptor));
  serveDocument(app);
  serveEvents(app, config.publicOrigin);
  serveWebApp(app);
  return app.init();
}
