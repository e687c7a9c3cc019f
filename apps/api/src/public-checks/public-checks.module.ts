import { Module } from '@nestjs/common';
import { PublicChecksController } from './public-checks.controller.js';
import { PublicChecksService } from './public-checks.service.js';

@Module({ controllers: [PublicChecksController], providers: [PublicChecksService] })
export class PublicChecksModule {}
