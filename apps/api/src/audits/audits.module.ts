import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { OverlaysModule } from '../overlays/overlays.module.js';
import { AuditsController } from './audits.controller.js';
import { AuditsService } from './audits.service.js';

@Module({
  imports: [FactsModule, OverlaysModule],
  controllers: [AuditsController],
  providers: [AuditsService],
})
export class AuditsModule {}
