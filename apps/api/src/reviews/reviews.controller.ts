import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id as Id, ReviewQuery, ReviewView, type WordingQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { ReviewsService } from './reviews.service.js';

@ApiTags('audits')
@Controller('v1/qualifications/:id/review')
export class ReviewsController {
  constructor(private readonly reviews: ReviewsService) {}

  @Get()
  @Operation('getReview', {
    summary:
      'What a reviewer may decide on an assessment, what stands in the way, and what would be to correct (office)',
    answers: ReviewView,
    problems: [403, 404],
  })
  get(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ReviewQuery }) { language }: WordingQuery,
  ) {
    return this.reviews.get(actor, id, language);
  }
}
