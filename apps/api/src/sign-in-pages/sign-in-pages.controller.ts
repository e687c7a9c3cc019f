import { Controller, Get, Post, Query, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OnwardQuery } from '#contracts';
import type { Person } from '#domain';
import type { ActingSession } from '../auth/authentication.js';
import { CurrentActor, CurrentSession } from '../auth/current-actor.js';
import { Public } from '../auth/public.js';
import { Authorised } from '../http/operation.js';
import { SentForm, type Sent } from '../pages/form.js';
import { Pages } from '../pages/page.js';
import { PageReader, type Reader } from '../pages/visit.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { SignInPages } from './sign-in-pages.service.js';
import { signedOutPage } from './sign-in-pages.view.js';

@ApiExcludeController()
@Controller()
export class SignInPagesController {
  constructor(
    private readonly signIn: SignInPages,
    private readonly sessions: SessionsService,
    private readonly pages: Pages,
  ) {}

  @Get('sign-in')
  @Public()
  async begin(@PageReader() reader: Reader, @Query({ schema: OnwardQuery }) { returnTo }: OnwardQuery) {
    return this.pages.answer(reader, await this.signIn.begin(reader, returnTo));
  }

  /** Whoever asks once more for what a form led to begins again. */
  @Get(['sign-in/phone', 'sign-in/phone/code', 'sign-out'])
  @Public()
  @Redirect('/sign-in', 303)
  again(): void {}

  @Post('sign-in/phone')
  @Public()
  async askForCode(@SentForm() sent: Sent) {
    return this.pages.answer(sent, await this.signIn.askForCode(sent));
  }

  @Post('sign-in/phone/code')
  @Public()
  async enterCode(@SentForm() sent: Sent) {
    return this.pages.answer(sent, await this.signIn.enterCode(sent));
  }

  @Post('sign-out')
  @Authorised('signOut')
  async signOut(
    @SentForm() sent: Sent,
    @CurrentActor() actor: Person,
    @CurrentSession() session: ActingSession,
  ) {
    await this.sessions.signOut(actor, session.id, sent.reply);
    return this.pages.answer(sent, signedOutPage(sent.visit));
  }
}
