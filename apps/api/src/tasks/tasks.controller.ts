import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OfficeTaskPage, PageQuery, TaskCountsView, TaskFilterQuery, TaskPage, TaskQuery } from '#contracts';
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
  office(@CurrentActor() actor: Person, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.tasks.office(actor, query);
  }
}
