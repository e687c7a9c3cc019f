import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module.js';
import { DocumentContent } from './document-content.js';
import { DocumentPlaces } from './document-places.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';

@Module({
  imports: [FactsModule],
  controllers: [DocumentsController],
  providers: [DocumentsService, DocumentPlaces, DocumentContent],
  exports: [DocumentPlaces, DocumentsService],
})
export class DocumentsModule {}
