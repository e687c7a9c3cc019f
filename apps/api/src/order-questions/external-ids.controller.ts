import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExternalIdPage, ExternalIdView, id, PageQuery, SetExternalId } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { OrderQuestionsService } from './order-questions.service.js';

@ApiTags('approvals')
@Controller('v1')
export class ExternalIdsController {
  constructor(private readonly questions: OrderQuestionsService) {}

  @Put('suppliers/:id/external-id')
  @Operation('setExternalId', {
    summary: 'What your own system calls a supplier',
    answers: ExternalIdView,
    problems: [404, 409],
  })
  set(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) supplierId: string,
    @Body({ schema: SetExternalId }) { externalId }: SetExternalId,
  ) {
    return this.questions.setExternalId(actor, supplierId, externalId);
  }

  @Get('external-ids')
  @Operation('listExternalIds', { summary: 'Your own numbers of suppliers', answers: ExternalIdPage })
  list(@CurrentActor() actor: Person, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.questions.listExternalIds(actor, page);
  }
}
