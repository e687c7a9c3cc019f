import { Body, Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, PhoneCodeView, PhoneView, RequestPhoneCode, SetPhone, SignInByPhone } from '#contracts';
import type { Person } from '#domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor } from '../auth/current-actor.js';
import { Public } from '../auth/public.js';
import { Operation } from '../http/operation.js';
import { PhoneSignIn } from './phone-sign-in.js';
import { PhonesService } from './phones.service.js';

@ApiTags('sign-in')
@Controller('v1')
export class PhonesController {
  constructor(
    private readonly phones: PhonesService,
    private readonly signIn: PhoneSignIn,
  ) {}

  @Post('sign-in/phone')
  @Public()
  @Operation('requestPhoneCode', {
    summary: 'Ask for a code by message; the answer is the same for every number',
    answers: PhoneCodeView,
    status: 202,
  })
  request(
    @Body({ schema: RequestPhoneCode }) { phone }: RequestPhoneCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.signIn.request(phone, request, reply);
  }

  @Post('sign-in/phone/code')
  @Public()
  @Operation('signInByPhone', {
    summary: 'Sign in with the code of a message, and accept an invitation on the way; a cookie comes back',
    problems: [403],
  })
  enter(
    @Body({ schema: SignInByPhone }) body: SignInByPhone,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.signIn.enter(body, request, reply);
  }

  @Put('people/:id/phone')
  @Operation('setPhone', {
    summary: 'Enter the number that a person signs in with (office)',
    problems: [403, 404, 409],
  })
  set(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: SetPhone }) { phone }: SetPhone,
  ) {
    return this.phones.set(actor, personId, phone);
  }

  @Get('people/:id/phone')
  @Operation('getPhone', {
    summary: 'Read the number that a person signs in with (the person, or the office)',
    answers: PhoneView,
    problems: [403, 404],
  })
  read(@CurrentActor() actor: Person, @Param('id', { schema: id }) personId: string) {
    return this.phones.read(actor, personId);
  }

  @Delete('people/:id/phone')
  @Operation('removePhone', {
    summary: 'Take away the number that a person signs in with (office)',
    problems: [403, 404],
  })
  remove(@CurrentActor() actor: Person, @Param('id', { schema: id }) personId: string) {
    return this.phones.remove(actor, personId);
  }
}
