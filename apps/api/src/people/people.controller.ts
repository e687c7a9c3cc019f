import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CreatePerson, id, MeView, PeopleQuery, PersonPage, PersonView, SetMembership } from '#contracts';
import type { Person } from '#domain';
import type { ActingSession } from '../auth/authentication.js';
import { CurrentActor, SessionIfAny } from '../auth/current-actor.js';
import { OptionalIdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { PeopleService } from './people.service.js';

@ApiTags('people')
@Controller('v1')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get('me')
  @Operation('getMe', { summary: 'Who you are, and for which organisation', answers: MeView })
  me(@CurrentActor() actor: Person, @SessionIfAny() session: ActingSession | undefined) {
    return this.people.me(actor, session);
  }

  @Post('people')
  @Operation('createPerson', {
    summary: 'Register a person with roles in an organisation (office)',
    answers: PersonView,
    status: 201,
    location: '/v1/people/{id}',
    headers: ['idempotency-key'],
    problems: [403],
  })
  create(
    @CurrentActor() actor: Person,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: CreatePerson }) body: CreatePerson,
  ) {
    return this.people.create(actor, key, body);
  }

  @Get('people')
  @Operation('listPeople', {
    summary: 'List the members of an organisation',
    answers: PersonPage,
    problems: [404],
  })
  list(@CurrentActor() actor: Person, @Query({ schema: PeopleQuery }) query: PeopleQuery) {
    return this.people.list(actor, query);
  }

  @Get('people/:id')
  @Operation('getPerson', { summary: 'Read a person', answers: PersonView, problems: [404] })
  read(@CurrentActor() actor: Person, @Param('id', { schema: id }) personId: string) {
    return this.people.read(actor, personId);
  }

  @Put('people/:id/memberships/:organisationId')
  @Operation('setMembership', {
    summary: 'Set the roles of a person in an organisation (its administrator, or the office)',
    answers: PersonView,
    headers: ['if-match-or-none'],
    problems: [403, 404, 409, 412, 428],
  })
  setRoles(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) personId: string,
    @Param('organisationId', { schema: id }) organisationId: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: SetMembership }) body: SetMembership,
  ) {
    return this.people.setRoles(actor, personId, organisationId, version, body);
  }

  @Delete('people/:id/memberships/:organisationId')
  @Operation('endMembership', {
    summary: 'End a membership (an administrator of the organisation, or the office)',
    problems: [403, 404, 409],
  })
  endMembership(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) personId: string,
    @Param('organisationId', { schema: id }) organisationId: string,
  ) {
    return this.people.endMembership(actor, personId, organisationId);
  }
}
