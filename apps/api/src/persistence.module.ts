import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CaseReader, Database, openDatabase } from '#persistence';
import type { Config } from '#platform';
import { CONFIG } from './config.module.js';

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
    DatabaseCloser,
  ],
  exports: [Database, CaseReader],
})
export class PersistenceModule {}
