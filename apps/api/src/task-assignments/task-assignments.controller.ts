import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AssignTasks, TaskAssignmentList } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { TaskAssignmentsService } from './task-assignments.service.js';
import { answerWith } from './task-assignments.view.js';

@ApiTags('tasks')
@Controller('v1/task-assignments')
export class TaskAssignmentsController {
  constructor(private readonly assignments: TaskAssignmentsService) {}

  @Post()
  @Operation('assignTasks', {
    summary: 'Take several tasks, let go of them, or give them to a colleague; each is answered for itself',
    answers: TaskAssignmentList,
    also: { 202: TaskAssignmentList },
    headers: ['required-idempotency-key'],
  })
  async assign(
    @CurrentActor() actor: Person,
    @IdempotencyKey() key: string,
    @Body({ schema: AssignTasks }) body: AssignTasks,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answerWith(await this.assignments.assign(actor, key, body), reply);
  }
}
