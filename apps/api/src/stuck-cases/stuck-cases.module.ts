import { Module } from '@nestjs/common';
import { StuckCasesController } from './stuck-cases.controller.js';
import { StuckCasesService } from './stuck-cases.service.js';

@Module({ controllers: [StuckCasesController], providers: [StuckCasesService] })
export class StuckCasesModule {}
