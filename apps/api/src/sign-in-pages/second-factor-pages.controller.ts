import { Controller, Get, Post, Query, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OnwardQuery } from '#contracts';
import type { Person } from '#domain';
import type { ActingSession } from '../auth/authentication.js';
import { CurrentActor, CurrentSession } from '../auth/current-actor.js';
import { Authorised } from '../http/operation.js';
import { SentForm, type Sent } from '../pages/form.js';
import { Pages } from '../pages/page.js';
import { PageReader, type Reader } from '../pages/visit.js';
import { SecondFactorPages } from './second-factor-pages.service.js';

@ApiExcludeController()
@Controller('sign-in/second-factor')
export class SecondFactorPagesController {
  constructor(
    private readonly factor: SecondFactorPages,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Authorised('getMe')
  begin(
    @PageReader() reader: Reader,
    @CurrentSession() session: ActingSession,
    @Query({ schema: OnwardQuery }) { returnTo }: OnwardQuery,
  ) {
    return this.pages.answer(reader, this.factor.begin(reader.visit, returnTo, session));
  }

  /** Whoever asks once more for what a form led to begins again. */
  @Get(['enrolment', 'confirmation'])
  @Authorised('getMe')
  @Redirect('/sign-in/second-factor', 303)
  again(): void {}

  @Post()
  @Authorised('verifySecondFactor')
  async verify(
    @SentForm() sent: Sent,
    @CurrentActor() actor: Person,
    @CurrentSession() session: ActingSession,
  ) {
    return this.pages.answer(sent, await this.factor.verify(sent, actor, session));
  }

  @Post('enrolment')
  @Authorised('enrolSecondFactor')
  async enrol(
    @SentForm() sent: Sent,
    @CurrentActor() actor: Person,
    @CurrentSession() session: ActingSession,
  ) {
    return this.pages.answer(sent, await this.factor.enrol(sent, actor, session));
  }

  @Post('confirmation')
  @Authorised('confirmSecondFactor')
  async confirm(
    @SentForm() sent: Sent,
    @CurrentActor() actor: Person,
    @CurrentSession() session: ActingSession,
  ) {
    return this.pages.answer(sent, await this.factor.confirm(sent, actor, session));
  }
}
