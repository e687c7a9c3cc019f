import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EventSchema, EventTypeList, SchemaDocument } from '#contracts';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/public.js';
import { Operation } from '../http/operation.js';
import { EventTypesService } from './event-types.service.js';

@ApiTags('events')
@Controller()
@Public()
export class EventTypesController {
  constructor(private readonly eventTypes: EventTypesService) {}

  @Get('events')
  @Operation('listEventTypes', {
    summary: 'Every type of event and what it means',
    answers: EventTypeList,
  })
  list() {
    return this.eventTypes.list();
  }

  @Get('schemas/:document')
  @Operation('getEventSchema', {
    summary: 'What the data of a type of event holds: the JSON Schema that `dataschema` names',
    answers: EventSchema,
    problems: [404],
  })
  schema(
    @Param('document', { schema: SchemaDocument }) document: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ) {
    return this.eventTypes.send(document, known, reply);
  }
}
