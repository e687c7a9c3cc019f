import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { AuditorCandidatesController } from './auditor-candidates.controller.js';
import { AuditorCandidatesService } from './auditor-candidates.service.js';

@Module({
  imports: [FactsModule],
  controllers: [AuditorCandidatesController],
  providers: [AuditorCandidatesService],
})
export class AuditorCandidatesModule {}
