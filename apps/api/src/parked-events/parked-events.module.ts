import { Module } from '@nestjs/common';
import { ParkedEventsController } from './parked-events.controller.js';
import { ParkedEventsService } from './parked-events.service.js';

@Module({ controllers: [ParkedEventsController], providers: [ParkedEventsService] })
export class ParkedEventsModule {}
