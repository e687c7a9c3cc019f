import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AddIdentity, id, IdentityPage, IdentityView, PageQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IdentitiesService } from './identities.service.js';

@ApiTags('sign-in')
@Controller('v1/people/:id/identities')
export class IdentitiesController {
  constructor(private readonly identities: IdentitiesService) {}

  @Post()
  @Operation('addIdentity', {
    summary: 'Register as whom the sign-in provider knows a person (office)',
    answers: IdentityView,
    status: 201,
    problems: [403, 404, 409],
  })
  add(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: AddIdentity }) body: AddIdentity,
  ) {
    return this.identities.add(actor, personId, body);
  }

  @Get()
  @Operation('listIdentities', {
    summary: 'List as whom sign-in providers know a person',
    answers: IdentityPage,
    problems: [403, 404],
  })
  list(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) personId: string,
    @Query({ schema: PageQuery }) page: PageQuery,
  ) {
    return this.identities.list(actor, personId, page);
  }

  @Delete(':identityId')
  @Operation('removeIdentity', {
    summary: 'Remove an identity of a person and end the sessions begun with one (office)',
    problems: [403, 404],
  })
  remove(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) personId: string,
    @Param('identityId', { schema: id }) identityId: string,
  ) {
    return this.identities.remove(actor, personId, identityId);
  }
}
