import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ChangeOrganisation,
  CreateOrganisation,
  id,
  OrganisationPage,
  OrganisationQuery,
  OrganisationView,
} from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { OptionalIdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { IfMatch } from '../http/preconditions.js';
import { OrganisationsService } from './organisations.service.js';

@ApiTags('organisations')
@Controller('v1/organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Post()
  @Operation('createOrganisation', {
    summary: 'Register an organisation (office)',
    answers: OrganisationView,
    status: 201,
    location: '/v1/organisations/{id}',
    headers: ['idempotency-key'],
    problems: [403],
  })
  create(
    @CurrentActor() actor: Person,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: CreateOrganisation }) body: CreateOrganisation,
  ) {
    return this.organisations.create(actor, key, body);
  }

  @Get()
  @Operation('listOrganisations', {
    summary: 'List the organisations you may see',
    answers: OrganisationPage,
  })
  list(@CurrentActor() actor: Person, @Query({ schema: OrganisationQuery }) query: OrganisationQuery) {
    return this.organisations.list(actor, query);
  }

  @Get(':id')
  @Operation('getOrganisation', {
    summary: 'Read an organisation',
    answers: OrganisationView,
    problems: [404],
  })
  read(@CurrentActor() actor: Person, @Param('id', { schema: id }) organisationId: string) {
    return this.organisations.read(actor, organisationId, undefined, 'getOrganisation');
  }

  @Patch(':id')
  @Operation('changeOrganisation', {
    summary: 'Change an organisation (office)',
    answers: OrganisationView,
    headers: ['if-match'],
    problems: [403, 404, 412, 428],
  })
  change(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) organisationId: string,
    @IfMatch() version: number,
    @Body({ schema: ChangeOrganisation }) body: ChangeOrganisation,
  ) {
    return this.organisations.change(actor, organisationId, version, body);
  }
}
