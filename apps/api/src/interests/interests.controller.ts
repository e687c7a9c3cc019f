import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DeclareInterests, id, InterestsView } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { InterestsService } from './interests.service.js';

const OrganisationId = () => Param('id', { schema: id });

@ApiTags('organisations')
@Controller('v1/organisations/:id/interests')
export class InterestsController {
  constructor(private readonly interests: InterestsService) {}

  @Get()
  @Operation('getInterests', {
    summary: 'What an audit firm or a buyer declared of itself, in numbers and dates',
    answers: InterestsView,
    problems: [403, 404],
  })
  read(@CurrentActor() actor: Person, @OrganisationId() organisationId: string) {
    return this.interests.read(actor, organisationId);
  }

  @Put()
  @Operation('declareInterests', {
    summary: 'Declare owners, directors, addresses, accounts and advice given, for ties to be found',
    answers: InterestsView,
    headers: ['if-match-or-none'],
    problems: [403, 404, 412, 428],
  })
  declare(
    @CurrentActor() actor: Person,
    @OrganisationId() organisationId: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: DeclareInterests }) body: DeclareInterests,
  ) {
    return this.interests.declare(actor, organisationId, version, body);
  }
}
