import { Body, Controller, Delete, Get, Param, Put, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { id, PublicConsentView, SetPublicConsent } from '#contracts';
import type { Person } from '#domain';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { PublicConsentsService } from './public-consents.service.js';

const Id = () => Param('id', { schema: id });

@ApiTags('consents')
@Controller('v1/qualifications/:id/public-consent')
export class PublicConsentsController {
  constructor(private readonly consents: PublicConsentsService) {}

  @Get()
  @Operation('getPublicConsent', {
    summary: 'What the supplier lets everybody see of the qualification, and the code that leads there',
    answers: PublicConsentView,
    problems: [403, 404],
  })
  read(@CurrentActor() actor: Person, @Id() qualificationId: string) {
    return this.consents.read(actor, qualificationId);
  }

  @Put()
  @Operation('setPublicConsent', {
    summary: 'Let everybody see whether the qualification counts now, and these sections of it',
    answers: PublicConsentView,
    headers: ['if-match-or-none'],
    problems: [403, 404, 409, 412, 428],
  })
  set(
    @CurrentActor() actor: Person,
    @Id() qualificationId: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: SetPublicConsent }) body: SetPublicConsent,
  ) {
    return this.consents.set(actor, qualificationId, body, version);
  }

  @Delete()
  @Operation('withdrawPublicConsent', {
    summary: 'Let nobody see anything any more; the code is worthless from now on',
    problems: [403, 404],
  })
  withdraw(@CurrentActor() actor: Person, @Id() qualificationId: string) {
    return this.consents.withdraw(actor, qualificationId);
  }

  @Get('qr')
  @ApiProduces('image/svg+xml')
  @Operation('getPublicConsentQr', {
    summary: 'The address where everybody checks the qualification, as a QR code (SVG)',
    status: 200,
    problems: [403, 404],
  })
  async qr(
    @CurrentActor() actor: Person,
    @Id() qualificationId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const svg = await this.consents.qr(actor, qualificationId);
    reply.type('image/svg+xml');
    return svg;
  }
}
