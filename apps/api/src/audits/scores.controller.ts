import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ScoreView } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { AuditsService } from './audits.service.js';

const Id = () => Param('id', { schema: z.uuid() });

/** What the audit came to, and what would make it better. */
@ApiTags('audits')
@Controller('v1/qualifications/:id')
export class ScoresController {
  constructor(private readonly audits: AuditsService) {}

  @Get('score')
  @Operation('getScore', {
    summary: 'The score, with the reason of each lost point and what restores it',
    answers: ScoreView,
    problems: [404],
  })
  score(@CurrentActor() actor: Person, @Id() id: string) {
    return this.audits.score(actor, id);
  }
}
