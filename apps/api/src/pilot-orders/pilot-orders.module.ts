import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { PilotBoardController } from './pilot-board.controller.js';
import { PilotOrdersController } from './pilot-orders.controller.js';
import { PilotOrdersService } from './pilot-orders.service.js';

@Module({
  imports: [FactsModule],
  controllers: [PilotOrdersController, PilotBoardController],
  providers: [PilotOrdersService],
})
export class PilotOrdersModule {}
