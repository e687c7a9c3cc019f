import { Module } from '@nestjs/common';
import { ScreeningListsController } from './screening-lists.controller.js';
import { ScreeningListsService } from './screening-lists.service.js';

@Module({ controllers: [ScreeningListsController], providers: [ScreeningListsService] })
export class ScreeningListsModule {}
