import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { ComplianceChecksController } from './compliance-checks.controller.js';
import { ComplianceChecksService } from './compliance-checks.service.js';

@Module({
  imports: [FactsModule],
  controllers: [ComplianceChecksController],
  providers: [ComplianceChecksService],
  exports: [ComplianceChecksService],
})
export class ComplianceChecksModule {}
