import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { createTemporalClient, TemporalGateway } from '#platform';
import { Client } from '@temporalio/client';
import { CONFIG } from './config.module.js';

@Injectable()
class TemporalCloser implements OnApplicationShutdown {
  constructor(private readonly client: Client) {}

  async onApplicationShutdown(): Promise<void> {
    await this.client.connection.close();
  }
}

@Global()
@Module({
  providers: [
    { provide: Client, useFactory: createTemporalClient, inject: [CONFIG] },
    {
      provide: TemporalGateway,
      useFactory: (client: Client) => new TemporalGateway(client),
      inject: [Client],
    },
    TemporalCloser,
  ],
  exports: [Client, TemporalGateway],
})
export class TemporalModule {}
