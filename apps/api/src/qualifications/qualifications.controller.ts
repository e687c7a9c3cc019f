import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  CommandAnswer,
  JournalPage,
  JournalVerification,
  OpenQualification,
  PageQuery,
  QualificationPage,
  QualificationQuery,
  QualificationView,
  Restarted,
} from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { answerTo } from '../commands/commands.view.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { QualificationsService } from './qualifications.service.js';

const Id = () => Param('id', { schema: z.uuid() });

@ApiTags('qualifications')
@Controller('v1/qualifications')
export class QualificationsController {
  constructor(private readonly qualifications: QualificationsService) {}

  @Post()
  @Operation('openQualification', {
    summary: 'Open a case as a draft',
    answers: CommandAnswer,
    status: 201,
    location: '/v1/qualifications/{qualificationId}',
    also: { 202: CommandAnswer },
    headers: ['required-idempotency-key'],
    problems: [403, 404, 409],
  })
  async open(
    @CurrentActor() actor: Person,
    @IdempotencyKey() key: string,
    @Body({ schema: OpenQualification }) body: OpenQualification,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id, asked } = await this.qualifications.open(actor, key, body);
    return answerTo(asked, id, reply);
  }

  @Get()
  @Operation('listQualifications', {
    summary: 'Cases that you may see, newest first',
    answers: QualificationPage,
  })
  list(@CurrentActor() actor: Person, @Query({ schema: QualificationQuery }) query: QualificationQuery) {
    return this.qualifications.list(actor, query);
  }

  @Get(':id')
  @Operation('getQualification', {
    summary: 'One case: where it stands, who holds the ball, what you may do',
    answers: QualificationView,
    problems: [404],
  })
  get(@CurrentActor() actor: Person, @Id() id: string) {
    return this.qualifications.get(actor, id);
  }

  @Get(':id/journal')
  @Operation('getJournal', {
    summary: 'Everything that was decided',
    answers: JournalPage,
    problems: [403, 404],
  })
  journal(@CurrentActor() actor: Person, @Id() id: string, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.qualifications.journal(actor, id, query);
  }

  @Get(':id/journal/verification')
  @Operation('verifyJournal', {
    summary: 'Recompute the chain and the digests of what it relied on, and compare it with its last anchor',
    answers: JournalVerification,
    problems: [403, 404],
  })
  verify(@CurrentActor() actor: Person, @Id() id: string) {
    return this.qualifications.verify(actor, id);
  }

  @Post(':id/restart')
  @Operation('restartQualification', {
    summary: 'Start a lost workflow anew from its row',
    answers: Restarted,
    problems: [403, 404],
  })
  restart(@CurrentActor() actor: Person, @Id() id: string) {
    return this.qualifications.restart(actor, id);
  }
}
