import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages/messages.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AddressesController } from './addresses.controller.js';
import { AddressesService } from './addresses.service.js';

@Module({
  imports: [MessagesModule, PeopleModule],
  controllers: [AddressesController],
  providers: [AddressesService],
})
export class AddressesModule {}
