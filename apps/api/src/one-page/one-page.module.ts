import { Module } from '@nestjs/common';
import { OnePageController } from './one-page.controller.js';
import { OnePageService } from './one-page.service.js';

@Module({ controllers: [OnePageController], providers: [OnePageService] })
export class OnePageModule {}
