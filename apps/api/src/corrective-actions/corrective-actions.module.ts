import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { CorrectiveActionsController } from './corrective-actions.controller.js';
import { CorrectiveActionsService } from './corrective-actions.service.js';

@Module({
  imports: [FactsModule],
  controllers: [CorrectiveActionsController],
  providers: [CorrectiveActionsService],
})
export class CorrectiveActionsModule {}
