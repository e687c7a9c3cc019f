import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ComplianceCheckList, WordingQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { ComplianceChecksService } from './compliance-checks.service.js';

@ApiTags('compliance-checks')
@Controller('v1/qualifications/:id/compliance-checks')
export class ComplianceChecksController {
  constructor(private readonly checks: ComplianceChecksService) {}

  @Get()
  @Operation('listComplianceChecks', {
    summary: 'Verdicts and why, what each check reads, and when it runs again',
    answers: ComplianceCheckList,
    problems: [404],
  })
  list(
    @CurrentActor() actor: Person,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: WordingQuery }) { language }: WordingQuery,
  ) {
    return this.checks.list(actor, id, language);
  }
}
