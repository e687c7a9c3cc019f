import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { SurveillanceController } from './surveillance.controller.js';
import { SurveillanceService } from './surveillance.service.js';

@Module({ imports: [FactsModule], controllers: [SurveillanceController], providers: [SurveillanceService] })
export class SurveillanceModule {}
