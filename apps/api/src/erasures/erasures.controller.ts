import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AskErasure,
  DataSubjectPage,
  EraseDataSubject,
  EraseDocument,
  ErasePerson,
  ErasurePage,
  ErasureView,
  id,
  PageQuery,
} from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { OptionalIdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { ErasuresService } from './erasures.service.js';

@ApiTags('erasures')
@Controller('v1')
export class ErasuresController {
  constructor(private readonly erasures: ErasuresService) {}

  @Get('erasures')
  @Operation('listErasures', {
    summary: 'List what was erased (office)',
    answers: ErasurePage,
    problems: [403],
  })
  list(@CurrentActor() actor: Person, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.erasures.list(actor, page);
  }

  @Get('qualifications/:id/data-subjects')
  @Operation('listDataSubjects', {
    summary: 'Whom a case holds personal data of',
    answers: DataSubjectPage,
    problems: [403, 404],
  })
  dataSubjects(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) caseId: string,
    @Query({ schema: PageQuery }) page: PageQuery,
  ) {
    return this.erasures.dataSubjects(actor, caseId, page);
  }

  @Post('qualifications/:id/erasure-requests')
  @Operation('askErasure', {
    summary: 'Ask the office to erase what a case holds of somebody (supplier)',
    problems: [403, 404],
  })
  ask(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) caseId: string,
    @Body({ schema: AskErasure }) body: AskErasure,
  ) {
    return this.erasures.ask(actor, caseId, body);
  }

  @Post('qualifications/:id/erasures')
  @Operation('eraseDataSubject', {
    summary: 'Erase what a case holds of somebody, for good (office)',
    answers: ErasureView,
    status: 201,
    headers: ['idempotency-key'],
    problems: [403, 404, 409],
  })
  eraseDataSubject(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) caseId: string,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: EraseDataSubject }) body: EraseDataSubject,
  ) {
    return this.erasures.eraseDataSubject(actor, caseId, key, body);
  }

  @Post('people/:id/erasure')
  @Operation('erasePerson', {
    summary: 'Erase a person who has left, for good (office)',
    answers: ErasureView,
    status: 201,
    headers: ['idempotency-key'],
    problems: [403, 404, 409],
  })
  erasePerson(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) personId: string,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: ErasePerson }) body: ErasePerson,
  ) {
    return this.erasures.erasePerson(actor, personId, key, body);
  }

  @Post('documents/:id/erasure')
  @Operation('eraseDocument', {
    summary: 'Erase a document, for good: its bytes, its name, where and when it was captured (office)',
    answers: ErasureView,
    status: 201,
    headers: ['idempotency-key'],
    problems: [403, 404, 409],
  })
  eraseDocument(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) documentId: string,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: EraseDocument }) body: EraseDocument,
  ) {
    return this.erasures.eraseDocument(actor, documentId, key, body);
  }
}
