import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ScoreView, WhatIfQuery, WhatIfView } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { ScoresService } from './scores.service.js';

const Id = () => Param('id', { schema: z.uuid() });

/** What the audit came to, and what would make it better. */
@ApiTags('scores')
@Controller('v1/qualifications/:id')
export class ScoresController {
  constructor(private readonly scores: ScoresService) {}

  @Get('score')
  @Operation('getScore', {
    summary: 'The score, with the reason of each lost point and what restores it',
    answers: ScoreView,
    problems: [404],
  })
  score(@CurrentActor() actor: Person, @Id() id: string) {
    return this.scores.score(actor, id);
  }

  @Get('what-if')
  @Operation('getWhatIf', {
    summary:
      'Which items and certificates stand between the case and a better grade, the cheapest path first',
    answers: WhatIfView,
    problems: [404],
  })
  whatIf(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @Query({ schema: WhatIfQuery }) query: WhatIfQuery,
  ) {
    return this.scores.whatIf(actor, id, query);
  }
}
