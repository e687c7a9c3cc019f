import 'reflect-metadata';
import { createLogger, loadConfig } from '#platform';
import { Database } from '#persistence';
import { whenMissing } from '#wording';
import { createApi } from './create-api.js';

const logger = createLogger('api');
whenMissing((language, id) => logger.warn({ language, id }, 'a text is missing'));
try {
  const config = loadConfig();
  const app = await createApi(config);
  await app.get(Database).mustBeBoundByPolicies();
  app.enableShutdownHooks([], { useProcessExit: true }); // a drained stop is a success: exit 0, not 143
  await app.listen(config.port, config.host);
  logger.info({ address: await app.getUrl(), instanceId: config.instanceId }, 'listening');
} catch (err) {
  logger.fatal({ err }, 'the API did not start');
  process.exitCode = 1;
  // What was opened before the failure would keep the process alive; the log line must get out first.
  setTimeout(() => process.exit(), 500).unref();
}
