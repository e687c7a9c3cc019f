import 'reflect-metadata';
import { loadConfig } from '#platform';
import { Authorisation } from '../../apps/api/src/auth/authorisation.js';
import { createApi } from '../../apps/api/src/create-api.js';

/** The API with one of its two walls taken down; only tests start it. `WITHOUT=services` takes down the services' wall. */
class NoAuthorisation extends Authorisation {
  override require(): void {}

  override looksAcross(): boolean {
    return true;
  }
}

const authorisation = process.env['WITHOUT'] === 'services' ? new NoAuthorisation() : new Authorisation();
const app = await createApi(loadConfig(), authorisation);
await app.listen(0, '127.0.0.1');
process.send?.({ url: await app.getUrl() });
process.once('disconnect', () => void app.close());
