import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { CompletenessController } from './completeness.controller.js';
import { CompletenessService } from './completeness.service.js';

@Module({ imports: [FactsModule], controllers: [CompletenessController], providers: [CompletenessService] })
export class CompletenessModule {}
