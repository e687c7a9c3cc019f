import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { ShadowAuditsController } from './shadow-audits.controller.js';
import { ShadowAuditsService } from './shadow-audits.service.js';

@Module({
  imports: [FactsModule],
  controllers: [ShadowAuditsController],
  providers: [ShadowAuditsService],
})
export class ShadowAuditsModule {}
