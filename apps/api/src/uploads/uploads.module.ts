import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { FactsModule } from '../facts/facts.module.js';
import { TusServer } from './tus-server.js';
import { UploadSweep } from './upload-sweep.js';
import { Uploads } from './uploads.js';
import { UploadsController } from './uploads.controller.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [DocumentsModule, FactsModule],
  controllers: [UploadsController],
  providers: [Uploads, UploadsService, TusServer, UploadSweep],
})
export class UploadsModule {}
