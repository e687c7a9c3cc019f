import { Body, Controller, Get, Headers, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OrderAnswerList, OrderAnswerView, OrderQuery, OrderQuestions } from '#contracts';
import type { Person } from '#domain';
import { alreadyRead, contentEtag } from '#platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { OrderQuestionsService } from './order-questions.service.js';

@ApiTags('approvals')
@Controller('v1/approvals')
export class OrderQuestionsController {
  constructor(private readonly questions: OrderQuestionsService) {}

  @Get()
  @Operation('askApproval', {
    summary: 'May you order these goods from this supplier, up to what amount, and why not',
    answers: OrderAnswerView,
  })
  async ask(
    @CurrentActor() actor: Person,
    @Query({ schema: OrderQuery }) query: OrderQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await this.questions.ask(actor, query);
    const etag = contentEtag(answer);
    reply.header('etag', etag);
    if (!alreadyRead(known, etag)) return answer;
    reply.status(304);
    return undefined;
  }

  @Post('questions')
  @Operation('askApprovals', {
    summary: 'The same of up to 200 orders at once; answers come in the order of the questions',
    answers: OrderAnswerList,
    status: 200,
  })
  askMany(@CurrentActor() actor: Person, @Body({ schema: OrderQuestions }) { questions }: OrderQuestions) {
    return this.questions.askMany(actor, questions);
  }
}
