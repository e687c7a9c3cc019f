import { Module } from '@nestjs/common';
import { SchemeMigrationsController } from './scheme-migrations.controller.js';
import { SchemeMigrationsService } from './scheme-migrations.service.js';

@Module({ controllers: [SchemeMigrationsController], providers: [SchemeMigrationsService] })
export class SchemeMigrationsModule {}
