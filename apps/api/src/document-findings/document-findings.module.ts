import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { DocumentFindingsController } from './document-findings.controller.js';
import { DocumentFindingsService } from './document-findings.service.js';

@Module({
  imports: [DocumentsModule],
  controllers: [DocumentFindingsController],
  providers: [DocumentFindingsService],
})
export class DocumentFindingsModule {}
