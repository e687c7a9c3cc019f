import { Module } from '@nestjs/common';
import { SchemesController } from './schemes.controller.js';
import { SchemesService } from './schemes.service.js';

@Module({ controllers: [SchemesController], providers: [SchemesService], exports: [SchemesService] })
export class SchemesModule {}
