import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { AccessTokenAnswer, AccessTokenRequest, OauthError, OauthMetadata } from '#contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicToMachines } from '../auth/public.js';
import { documented } from '../http/documented.js';
import { FORM } from '../http/body-types.js';
import { Operation } from '../http/operation.js';
import { TokenEndpoint } from './token-endpoint.js';

@ApiTags('tokens')
@Controller()
export class OauthController {
  constructor(private readonly endpoint: TokenEndpoint) {}

  @Post('v1/oauth/token')
  @PublicToMachines()
  @ApiConsumes(FORM)
  @Operation('issueAccessToken', {
    summary: 'An access token of an hour for an OAuth client (RFC 6749, 4.4; client_secret_basic)',
    answers: AccessTokenAnswer,
    status: 200,
    speaks: OauthError,
  })
  token(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: documented(AccessTokenRequest) }) form: unknown,
  ) {
    return this.endpoint.answer(request, form, reply);
  }

  @Get('.well-known/oauth-authorization-server')
  @PublicToMachines()
  @Operation('getOauthMetadata', {
    summary: 'What OAuth clients must know to ask for tokens (RFC 8414)',
    answers: OauthMetadata,
  })
  metadata() {
    return this.endpoint.metadata();
  }
}
