import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AddressCodeView,
  AddressesView,
  id,
  markedChannel,
  SetMyEmail,
  TelegramLinkView,
  VerifyMyEmail,
} from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { AddressesService } from './addresses.service.js';

@ApiTags('messages')
@Controller('v1')
export class AddressesController {
  constructor(private readonly addresses: AddressesService) {}

  @Get('me/addresses')
  @Operation('getMyAddresses', { summary: 'Where messages to you go', answers: AddressesView })
  read(@CurrentActor() actor: Person) {
    return this.addresses.read(actor);
  }

  @Put('me/addresses/email')
  @Operation('setMyEmail', {
    summary: 'Enter an e-mail address; a code is sent there, and it is in use once you have given that',
    answers: AddressCodeView,
    status: 202,
  })
  setEmail(@CurrentActor() actor: Person, @Body({ schema: SetMyEmail }) { email }: SetMyEmail) {
    return this.addresses.setEmail(actor, email);
  }

  @Post('me/addresses/email/verification')
  @Operation('verifyMyEmail', {
    summary: 'Show that an e-mail address is yours, by the code that was sent there',
  })
  verifyEmail(@CurrentActor() actor: Person, @Body({ schema: VerifyMyEmail }) { code }: VerifyMyEmail) {
    return this.addresses.verifyEmail(actor, code);
  }

  @Delete('me/addresses/email')
  @Operation('removeMyEmail', { summary: 'Take your e-mail address away' })
  removeEmail(@CurrentActor() actor: Person) {
    return this.addresses.remove(actor, 'email');
  }

  @Post('me/telegram-link')
  @Operation('createTelegramLink', {
    summary: 'A link that ties a Telegram account to you: good once, for a quarter of an hour',
    answers: TelegramLinkView,
    status: 201,
    problems: [404],
  })
  linkTelegram(@CurrentActor() actor: Person) {
    return this.addresses.linkTelegram(actor);
  }

  @Delete('me/telegram-link')
  @Operation('removeTelegramLink', { summary: 'Untie your Telegram account' })
  removeTelegram(@CurrentActor() actor: Person) {
    return this.addresses.remove(actor, 'telegram');
  }

  @Post('people/:id/addresses/:channel/bounce')
  @Operation('markAddressBounced', {
    summary:
      'Note that an address of somebody takes no messages; it is not used until it is verified anew (office)',
    problems: [403, 404],
  })
  markBounced(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) personId: string,
    @Param('channel', { schema: markedChannel }) channel: 'email' | 'telegram',
  ) {
    return this.addresses.markBounced(actor, personId, channel);
  }
}
