import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CaseReader, Database, Keyring, openDatabase, PersonalData, readKeyring } from '#persistence';
import type { Config } from '#platform';
import { CONFIG } from './config.module.js';

/** The ring of `SAFEGUARDING_KEYS`; `Keyring` itself is the one of `SEALING_KEYS`. */
export const SAFEGUARDING_KEYRING = Symbol('safeguarding keyring');

const connect = ({ databaseUrl, databasePool }: Config): Promise<Database> =>
  openDatabase({ url: databaseUrl, poolSize: databasePool, applicationName: 'selvedge-api' });

/** Closes the pool after the last answer has gone out. */
@Injectable()
class DatabaseCloser implements OnApplicationShutdown {
  constructor(private readonly db: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.db.close();
  }
}

@Global()
@Module({
  providers: [
    { provide: Database, useFactory: connect, inject: [CONFIG] },
    { provide: CaseReader, useFactory: (db: Database) => new CaseReader(db), inject: [Database] },
    { provide: Keyring, useFactory: ({ sealingKeys }: Config) => readKeyring(sealingKeys), inject: [CONFIG] },
    { provide: PersonalData, useFactory: (keyring: Keyring) => new PersonalData(keyring), inject: [Keyring] },
    {
      provide: SAFEGUARDING_KEYRING,
      useFactory: ({ safeguardingKeys }: Config) => readKeyring(safeguardingKeys),
      inject: [CONFIG],
    },
    DatabaseCloser,
  ],
  exports: [Database, CaseReader, Keyring, PersonalData, SAFEGUARDING_KEYRING],
})
export class PersistenceModule {}
