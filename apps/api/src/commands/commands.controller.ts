import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AskCommand, CommandAnswer, CommandStatusView } from '#contracts';
import type { Command, Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { CommandsService } from './commands.service.js';
import { answerTo, commandView } from './commands.view.js';

@ApiTags('commands')
@Controller('v1')
export class CommandsController {
  constructor(private readonly commands: CommandsService) {}

  @Post('qualifications/:id/commands')
  @Operation('askCommand', {
    summary: 'Ask a case for a decision',
    answers: CommandAnswer,
    also: { 202: CommandAnswer },
    headers: ['required-idempotency-key'],
    problems: [403, 404, 409],
  })
  async ask(
    @CurrentActor() actor: Person,
    @IdempotencyKey() key: string,
    @Param('id', { schema: z.uuid() }) qualificationId: string,
    @Body({ schema: AskCommand }) body: AskCommand,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { note, ...command } = { note: undefined, ...body };
    const asked = await this.commands.ask(actor, { qualificationId, key, command: command as Command, note });
    return answerTo(asked, qualificationId, reply);
  }

  @Get('commands/:id')
  @Operation('getCommand', {
    summary: 'What became of a command',
    answers: CommandStatusView,
    problems: [404],
  })
  async get(@CurrentActor() actor: Person, @Param('id', { schema: z.uuid() }) id: string) {
    return commandView(await this.commands.find(actor, id));
  }
}
