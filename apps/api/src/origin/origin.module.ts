import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { OriginController } from './origin.controller.js';
import { OriginService } from './origin.service.js';

@Module({ imports: [FactsModule], controllers: [OriginController], providers: [OriginService] })
export class OriginModule {}
