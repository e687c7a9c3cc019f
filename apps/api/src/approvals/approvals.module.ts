import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { ApprovalsController } from './approvals.controller.js';
import { DeliveriesController } from './deliveries.controller.js';
import { ApprovalsService } from './approvals.service.js';

@Module({
  imports: [FactsModule],
  controllers: [ApprovalsController, DeliveriesController],
  providers: [ApprovalsService],
  exports: [ApprovalsService],
})
export class ApprovalsModule {}
