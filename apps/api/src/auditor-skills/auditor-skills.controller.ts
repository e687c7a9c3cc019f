import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditorSkillsView, id as Id, SetAuditorSkills } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { AuditorSkillsService } from './auditor-skills.service.js';

@ApiTags('people')
@Controller('v1/people/:id/auditor-skills')
export class AuditorSkillsController {
  constructor(private readonly skills: AuditorSkillsService) {}

  @Get()
  @Operation('getAuditorSkills', {
    summary: 'What an auditor can do: languages, categories, provinces',
    answers: AuditorSkillsView,
    problems: [403, 404],
  })
  read(@CurrentActor() actor: Person, @Param('id', { schema: Id }) id: string) {
    return this.skills.read(actor, id);
  }

  @Put()
  @Operation('setAuditorSkills', {
    summary: 'Say what an auditor can do (an administrator of the firm, or the office)',
    answers: AuditorSkillsView,
    headers: ['if-match-or-none'],
    problems: [403, 404, 412, 428],
  })
  set(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: SetAuditorSkills }) body: SetAuditorSkills,
  ) {
    return this.skills.set(actor, id, version, body);
  }
}
