import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AcceptInvitationByProvider, SignInAtView, SignInQuery } from '#contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/public.js';
import { Operation } from '../http/operation.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('sign-in')
@Controller('v1/sign-in/oidc')
@Public()
export class SignInController {
  constructor(private readonly signIn: SignInService) {}

  @Get()
  @Operation('signIn', {
    summary: 'Sign in at the sign-in provider, then come back to `returnTo`; for browsers',
    status: 303,
    problems: [404],
  })
  begin(
    @Query({ schema: SignInQuery }) { returnTo }: SignInQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.signIn.begin(returnTo, reply);
  }

  @Post('invitation')
  @Operation('acceptInvitationByProvider', {
    summary: 'Sign in at the sign-in provider, to accept an invitation as whoever one is there; for browsers',
    answers: SignInAtView,
    problems: [404],
  })
  beginInvited(
    @Body({ schema: AcceptInvitationByProvider }) body: AcceptInvitationByProvider,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.signIn.beginInvited(body, reply);
  }

  @Get('callback')
  @Operation('completeSignIn', {
    summary: 'Where the sign-in provider sends the browser back to; gives the session its cookie',
    status: 303,
    problems: [403, 404],
  })
  complete(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.signIn.complete(request, reply);
  }
}
