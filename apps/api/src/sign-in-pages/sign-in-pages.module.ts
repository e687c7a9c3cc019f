import { Module } from '@nestjs/common';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PhonesModule } from '../phones/phones.module.js';
import { SecondFactorModule } from '../second-factor/second-factor.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { InvitationCookie } from './invitation-cookie.js';
import { InvitationPagesController } from './invitation-pages.controller.js';
import { InvitationPages } from './invitation-pages.service.js';
import { PhoneForms } from './phone-forms.service.js';
import { SecondFactorPagesController } from './second-factor-pages.controller.js';
import { SecondFactorPages } from './second-factor-pages.service.js';
import { SignInPagesController } from './sign-in-pages.controller.js';
import { SignInPages } from './sign-in-pages.service.js';

/** Signing in over plain forms: the services are those that the web app asks. */
@Module({
  imports: [InvitationsModule, PeopleModule, PhonesModule, SecondFactorModule, SessionsModule, SignInModule],
  controllers: [SignInPagesController, SecondFactorPagesController, InvitationPagesController],
  providers: [SignInPages, PhoneForms, SecondFactorPages, InvitationPages, InvitationCookie],
})
export class SignInPagesModule {}
