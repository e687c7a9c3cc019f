import { Body, Controller, Delete, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ConfirmSecondFactor,
  id,
  NewSecondFactorView,
  RecoveryCodesView,
  VerifySecondFactor,
} from '#contracts';
import type { Person } from '#domain';
import type { FastifyReply } from 'fastify';
import type { ActingSession } from '../auth/authentication.js';
import { CurrentActor, CurrentSession, SessionIfAny } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { SecondFactorService } from './second-factor.service.js';

@ApiTags('sign-in')
@Controller('v1')
export class SecondFactorController {
  constructor(private readonly secondFactor: SecondFactorService) {}

  @Post('me/second-factor')
  @Operation('enrolSecondFactor', {
    summary: 'Begin to use an authenticator app as second factor; its secret is shown once',
    answers: NewSecondFactorView,
    status: 201,
    problems: [409],
  })
  enrol(@CurrentActor() actor: Person, @CurrentSession() session: ActingSession) {
    return this.secondFactor.enrol(actor, session);
  }

  @Post('me/second-factor/confirmation')
  @Operation('confirmSecondFactor', {
    summary: 'Show that the app works; answers the recovery codes, and the cookie changes',
    answers: RecoveryCodesView,
    problems: [409],
  })
  confirm(
    @CurrentActor() actor: Person,
    @CurrentSession() session: ActingSession,
    @Body({ schema: ConfirmSecondFactor }) body: ConfirmSecondFactor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.secondFactor.confirm(actor, session, body, reply);
  }

  @Post('me/second-factor/verification')
  @Operation('verifySecondFactor', {
    summary: 'Give the second factor in this session; the cookie changes',
    problems: [409],
  })
  verify(
    @CurrentActor() actor: Person,
    @CurrentSession() session: ActingSession,
    @Body({ schema: VerifySecondFactor }) body: VerifySecondFactor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.secondFactor.verify(actor, session, body, reply);
  }

  @Delete('people/:id/second-factor')
  @Operation('removeSecondFactor', {
    summary: 'Remove a second factor (the person who has just given it, or the office)',
    problems: [403, 404, 409],
  })
  remove(
    @CurrentActor() actor: Person,
    @SessionIfAny() session: ActingSession | undefined,
    @Param('id', { schema: id }) personId: string,
  ) {
    return this.secondFactor.remove(actor, session, personId);
  }
}
