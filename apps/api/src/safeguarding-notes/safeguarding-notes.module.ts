import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { SafeguardingNotesController } from './safeguarding-notes.controller.js';
import { SafeguardingNotesService } from './safeguarding-notes.service.js';

@Module({
  imports: [FactsModule],
  controllers: [SafeguardingNotesController],
  providers: [SafeguardingNotesService],
})
export class SafeguardingNotesModule {}
