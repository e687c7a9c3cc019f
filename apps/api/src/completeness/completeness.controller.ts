import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApplicationSectionName, CompletenessView, id as Id } from '#contracts';
import type { ApplicationSection, Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatch } from '../http/preconditions.js';
import { CompletenessService } from './completeness.service.js';

@ApiTags('application-sections')
@Controller('v1/qualifications/:id/completeness')
export class CompletenessController {
  constructor(private readonly completeness: CompletenessService) {}

  @Get()
  @Operation('getCompleteness', {
    summary:
      'What of an application is there, what is missing or asked about, and what officers have looked at (office)',
    answers: CompletenessView,
    problems: [403, 404],
  })
  get(@CurrentActor() actor: Person, @Param('id', { schema: Id }) id: string) {
    return this.completeness.get(actor, id);
  }

  @Put(':section')
  @Operation('checkSection', {
    summary:
      'Say that you have looked at the version of a section that If-Match names, and found it in order (office)',
    headers: ['if-match'],
    problems: [403, 404, 412, 428],
  })
  check(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Param('section', { schema: ApplicationSectionName }) section: ApplicationSection,
    @IfMatch() version: number,
  ) {
    return this.completeness.check(actor, id, section, version);
  }

  @Delete(':section')
  @Operation('uncheckSection', { summary: 'Take that back (office)', problems: [403, 404] })
  uncheck(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Param('section', { schema: ApplicationSectionName }) section: ApplicationSection,
  ) {
    return this.completeness.uncheck(actor, id, section);
  }
}
