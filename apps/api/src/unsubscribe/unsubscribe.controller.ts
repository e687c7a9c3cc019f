import { Controller, Get, Headers, Param, Post, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { unsubscribeSecret, UnsubscribeView } from '#contracts';
import type { FastifyReply } from 'fastify';
import { Public, PublicToMachines } from '../auth/public.js';
import { Operation } from '../http/operation.js';
import { prefersPage } from '../http/prefers-page.js';
import { UnsubscribeService } from './unsubscribe.service.js';
import { PAGE_POLICY, unsubscribePage, unsubscribeView, type Unsubscribing } from './unsubscribe.view.js';

function shown(answer: Unsubscribing, accept: string | undefined, reply: FastifyReply) {
  reply.headers({ vary: 'accept', 'content-language': answer.language });
  if (!prefersPage(accept)) return unsubscribeView(answer);
  reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY });
  return unsubscribePage(answer);
}

@ApiTags('messages')
@Controller('v1/unsubscribe/:secret')
export class UnsubscribeController {
  constructor(private readonly letters: UnsubscribeService) {}

  @Get()
  @Public()
  @ApiProduces('application/json', 'text/html')
  @Operation('getUnsubscribe', {
    summary:
      'Which kind of messages a letter is of; as a page with a button where `Accept` prefers text/html',
    answers: UnsubscribeView,
    problems: [404],
  })
  async ask(
    @Param('secret', { schema: unsubscribeSecret }) secret: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return shown(await this.letters.ask(secret), accept, reply);
  }

  @Post()
  @PublicToMachines()
  @ApiProduces('application/json', 'text/html')
  @Operation('unsubscribe', {
    summary:
      'Get no more messages of the kind of a letter, by its secret alone (RFC 8058); whatever body is sent is ignored',
    answers: UnsubscribeView,
    problems: [404],
  })
  async unsubscribe(
    @Param('secret', { schema: unsubscribeSecret }) secret: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return shown(await this.letters.unsubscribe(secret), accept, reply);
  }
}
