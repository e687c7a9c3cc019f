import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { FactsModule } from '../facts/facts.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ErasuresController } from './erasures.controller.js';
import { ErasuresService } from './erasures.service.js';

@Module({
  imports: [DocumentsModule, FactsModule, PeopleModule],
  controllers: [ErasuresController],
  providers: [ErasuresService],
})
export class ErasuresModule {}
