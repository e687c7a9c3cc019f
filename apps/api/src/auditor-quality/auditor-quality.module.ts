import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { AuditorQualityController } from './auditor-quality.controller.js';
import { AuditorQualityService } from './auditor-quality.service.js';

@Module({
  imports: [FactsModule, OrganisationsModule],
  controllers: [AuditorQualityController],
  providers: [AuditorQualityService],
})
export class AuditorQualityModule {}
