import { Module } from '@nestjs/common';
import { SchemesModule } from '../schemes/schemes.module.js';
import { SchemeChecklistsController } from './scheme-checklists.controller.js';
import { SchemeChecklistsService } from './scheme-checklists.service.js';
import { SchemeLifeController } from './scheme-life.controller.js';
import { SchemeLifeService } from './scheme-life.service.js';
import { SchemeVersionsController } from './scheme-versions.controller.js';
import { SchemeVersionsService } from './scheme-versions.service.js';

@Module({
  imports: [SchemesModule],
  controllers: [SchemeVersionsController, SchemeLifeController, SchemeChecklistsController],
  providers: [SchemeVersionsService, SchemeLifeService, SchemeChecklistsService],
})
export class SchemeVersionsModule {}
