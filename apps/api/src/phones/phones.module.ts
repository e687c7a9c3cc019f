import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages/messages.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { PhoneSignIn } from './phone-sign-in.js';
import { PhonesController } from './phones.controller.js';
import { PhonesService } from './phones.service.js';

@Module({
  imports: [MessagesModule, PeopleModule, SessionsModule],
  controllers: [PhonesController],
  providers: [PhonesService, PhoneSignIn],
  exports: [PhoneSignIn],
})
export class PhonesModule {}
