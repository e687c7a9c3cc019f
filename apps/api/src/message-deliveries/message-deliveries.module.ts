import { Module } from '@nestjs/common';
import { MessageDeliveriesController } from './message-deliveries.controller.js';
import { MessageDeliveriesService } from './message-deliveries.service.js';

@Module({ controllers: [MessageDeliveriesController], providers: [MessageDeliveriesService] })
export class MessageDeliveriesModule {}
