import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { CommandsModule } from '../commands/commands.module.js';
import { InboundEffects } from './inbound-effects.js';
import { InboundEventsController } from './inbound-events.controller.js';
import { InboundEventsService } from './inbound-events.service.js';
import { InboundSourcesController } from './inbound-sources.controller.js';
import { InboundSourcesService } from './inbound-sources.service.js';

@Module({
  imports: [ApprovalsModule, CommandsModule],
  controllers: [InboundEventsController, InboundSourcesController],
  providers: [InboundEventsService, InboundSourcesService, InboundEffects],
})
export class InboundEventsModule {}
