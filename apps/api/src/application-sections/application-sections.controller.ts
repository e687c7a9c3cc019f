import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AnyApplicationSection, ApplicationSectionName, FactList, FactWritten } from '#contracts';
import type { ApplicationSection, Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { documented } from '../http/documented.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { ApplicationSectionsService } from './application-sections.service.js';

@ApiTags('application-sections')
@Controller('v1/qualifications/:id/sections')
export class ApplicationSectionsController {
  constructor(private readonly sections: ApplicationSectionsService) {}

  @Get()
  @Operation('listSections', { summary: 'Sections of the application', answers: FactList, problems: [404] })
  list(@CurrentActor() actor: Person, @Param('id', { schema: z.uuid() }) id: string) {
    return this.sections.list(actor, id);
  }

  @Put(':section')
  @Operation('writeSection', {
    summary: 'Save a section; every field may wait until later',
    answers: FactWritten,
    headers: ['if-match-or-none'],
    problems: [404, 409, 412, 428],
  })
  write(
    @CurrentActor() actor: Person,
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('section', { schema: ApplicationSectionName }) section: ApplicationSection,
    @IfMatchOrNone() version: number,
    @Body({ schema: documented(AnyApplicationSection) }) body: unknown,
  ) {
    return this.sections.write(actor, id, section, body, version);
  }
}
