import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CreateToken, id, NewTokenView, PageQuery, RotateToken, TokenPage } from '#contracts';
import type { Person, Scope } from '#domain';
import { CurrentActor, CurrentScopes } from '../auth/current-actor.js';
import { OptionalIdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { TokensService } from './tokens.service.js';

@ApiTags('tokens')
@Controller('v1')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Post('people/:id/tokens')
  @Operation('createToken', {
    summary: 'Make a token for a member (office; an administrator one that only reads); it is shown once',
    answers: NewTokenView,
    status: 201,
    headers: ['idempotency-key'],
    problems: [403, 404],
  })
  create(
    @CurrentActor() actor: Person,
    @CurrentScopes() own: readonly Scope[],
    @Param('id', { schema: id }) personId: string,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: CreateToken }) body: CreateToken,
  ) {
    return this.tokens.create(actor, own, personId, key, body);
  }

  @Get('people/:id/tokens')
  @Operation('listTokens', { summary: 'List the tokens of a person', answers: TokenPage, problems: [404] })
  list(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) personId: string,
    @Query({ schema: PageQuery }) page: PageQuery,
  ) {
    return this.tokens.list(actor, personId, page);
  }

  @Post('tokens/:id/rotation')
  @Operation('rotateToken', {
    summary: 'Replace a token (its owner, or the office); the old one ends after an overlap',
    answers: NewTokenView,
    status: 201,
    headers: ['idempotency-key'],
    problems: [403, 404, 409],
  })
  rotate(
    @CurrentActor() actor: Person,
    @CurrentScopes() own: readonly Scope[],
    @Param('id', { schema: id }) tokenId: string,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: RotateToken }) body: RotateToken,
  ) {
    return this.tokens.rotate(actor, own, tokenId, key, body);
  }

  @Delete('tokens/:id')
  @Operation('revokeToken', {
    summary: 'Revoke a token (its owner, an administrator, or the office)',
    problems: [404],
  })
  revoke(@CurrentActor() actor: Person, @Param('id', { schema: id }) tokenId: string) {
    return this.tokens.revoke(actor, tokenId);
  }
}
