import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages/messages.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { InvitationLetters } from './invitation-letters.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';

@Module({
  imports: [MessagesModule, OrganisationsModule, PeopleModule],
  controllers: [InvitationsController],
  providers: [InvitationsService, InvitationLetters],
  exports: [InvitationsService],
})
export class InvitationsModule {}
