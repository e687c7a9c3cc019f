import { Module } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { TemporalGateway, type Config } from '#platform';
import { CONFIG } from '../config.module.js';
import { CommandWait } from './command-wait.js';
import { CommandsController } from './commands.controller.js';
import { CommandsService } from './commands.service.js';

@Module({
  controllers: [CommandsController],
  providers: [
    CommandsService,
    {
      provide: CommandWait,
      useFactory: (config: Config) => new CommandWait(config.commandWaitMs),
      inject: [CONFIG],
    },
    {
      provide: TemporalGateway,
      useFactory: (client: Client) => new TemporalGateway(client),
      inject: [Client],
    },
  ],
  exports: [CommandsService, TemporalGateway],
})
export class CommandsModule {}
