import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  id as Id,
  OfficeTaskPage,
  OfficeTaskQuery,
  TaskCountsView,
  TaskFilterQuery,
  TaskPage,
  TaskQuery,
} from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { TasksService } from './tasks.service.js';

@ApiTags('tasks')
@Controller('v1')
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Get('tasks')
  @Operation('listTasks', { summary: 'What waits for you', answers: TaskPage })
  list(@CurrentActor() actor: Person, @Query({ schema: TaskQuery }) query: TaskQuery) {
    return this.tasks.list(actor, query);
  }

  @Get('tasks/counts')
  @Operation('countTasks', {
    summary: 'How much waits for you, and of which kinds, roles, categories and provinces',
    answers: TaskCountsView,
  })
  count(@CurrentActor() actor: Person, @Query({ schema: TaskFilterQuery }) query: TaskFilterQuery) {
    return this.tasks.count(actor, query);
  }

  @Get('office-tasks')
  @Operation('listOfficeTasks', {
    summary: 'What no single case can hold',
    answers: OfficeTaskPage,
    problems: [403],
  })
  office(@CurrentActor() actor: Person, @Query({ schema: OfficeTaskQuery }) query: OfficeTaskQuery) {
    return this.tasks.office(actor, query);
  }

  @Post('office-tasks/:id/settle')
  @Operation('settleOfficeTask', {
    summary: 'Say that a matter is done which no single case can hold (office)',
    headers: ['idempotency-key'],
    problems: [403, 404],
  })
  settle(@CurrentActor() actor: Person, @Param('id', { schema: Id }) id: string) {
    return this.tasks.settle(actor, id);
  }
}
