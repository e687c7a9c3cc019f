import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { DemandsController } from './demands.controller.js';
import { DemandsService } from './demands.service.js';

@Module({
  imports: [FactsModule, OrganisationsModule],
  controllers: [DemandsController],
  providers: [DemandsService],
})
export class DemandsModule {}
