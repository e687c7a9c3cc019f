import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateOauthClient,
  id,
  NewOauthClientView,
  OauthClientPage,
  PageQuery,
  RotateSecret,
} from '#contracts';
import type { Person, Scope } from '#domain';
import { CurrentActor, CurrentScopes } from '../auth/current-actor.js';
import { OptionalIdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { OauthService } from './oauth.service.js';

const Id = () => Param('id', { schema: id });

@ApiTags('tokens')
@Controller('v1/oauth-clients')
export class OauthClientsController {
  constructor(private readonly clients: OauthService) {}

  @Post()
  @Operation('createOauthClient', {
    summary:
      'Make an OAuth client (an administrator one that only reads; the office any); its secret is shown once',
    answers: NewOauthClientView,
    status: 201,
    headers: ['idempotency-key'],
    problems: [403],
  })
  create(
    @CurrentActor() actor: Person,
    @CurrentScopes() own: readonly Scope[],
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: CreateOauthClient }) body: CreateOauthClient,
  ) {
    return this.clients.create(actor, own, key, body);
  }

  @Get()
  @Operation('listOauthClients', { summary: 'OAuth clients of the organisation', answers: OauthClientPage })
  list(@CurrentActor() actor: Person, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.clients.list(actor, page);
  }

  @Post(':id/rotation')
  @Operation('rotateOauthClient', {
    summary: 'Replace the secret of a client (its member, or the office); the old one ends after an overlap',
    answers: NewOauthClientView,
    status: 201,
    headers: ['idempotency-key'],
    problems: [403, 404, 409],
  })
  rotate(
    @CurrentActor() actor: Person,
    @CurrentScopes() own: readonly Scope[],
    @Id() clientId: string,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: RotateSecret }) body: RotateSecret,
  ) {
    return this.clients.rotate(actor, own, clientId, key, body);
  }

  @Delete(':id')
  @Operation('revokeOauthClient', {
    summary: 'Revoke a client with every token that it got',
    problems: [404],
  })
  revoke(@CurrentActor() actor: Person, @Id() clientId: string) {
    return this.clients.revoke(actor, clientId);
  }
}
