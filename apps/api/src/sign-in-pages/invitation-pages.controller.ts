import { Controller, Get, Param, Post, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { secret } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Public } from '../auth/public.js';
import { Authorised } from '../http/operation.js';
import { SentForm, type Sent } from '../pages/form.js';
import { Pages } from '../pages/page.js';
import { PageReader, type Reader } from '../pages/visit.js';
import { InvitationPages } from './invitation-pages.service.js';

@ApiExcludeController()
@Controller('invitation')
export class InvitationPagesController {
  constructor(
    private readonly invitation: InvitationPages,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Public()
  async begin(@PageReader() reader: Reader) {
    return this.pages.answer(reader, await this.invitation.begin(reader));
  }

  /** Whoever asks once more for what a form led to begins again. */
  @Get(['phone', 'phone/code', 'provider', 'acceptance'])
  @Public()
  @Redirect('/invitation', 303)
  again(): void {}

  @Get(':secret')
  @Public()
  async open(@PageReader() reader: Reader, @Param('secret', { schema: secret }) ofLink: string) {
    return this.pages.answer(reader, await this.invitation.open(reader, ofLink));
  }

  @Post()
  @Public()
  async paste(@SentForm() sent: Sent) {
    return this.pages.answer(sent, await this.invitation.paste(sent));
  }

  @Post('phone')
  @Public()
  async askForCode(@SentForm() sent: Sent) {
    return this.pages.answer(sent, await this.invitation.askForCode(sent));
  }

  @Post('phone/code')
  @Public()
  async enterCode(@SentForm() sent: Sent) {
    return this.pages.answer(sent, await this.invitation.enterCode(sent));
  }

  @Post('provider')
  @Public()
  async goToProvider(@SentForm() sent: Sent) {
    return this.pages.answer(sent, await this.invitation.goToProvider(sent));
  }

  @Post('acceptance')
  @Authorised('acceptInvitation')
  async accept(@SentForm() sent: Sent, @CurrentActor() actor: Person) {
    return this.pages.answer(sent, await this.invitation.accept(sent, actor));
  }
}
