import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  FactList,
  FactWritten,
  LotInspection,
  LotNumber,
  LotSampleView,
  PilotNeedsQuery,
  PilotOrderList,
  PilotSuggestionView,
  PilotTerms,
} from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { PilotOrdersService } from './pilot-orders.service.js';

const Id = () => Param('id', { schema: z.uuid() });
const WRITES = {
  answers: FactWritten,
  headers: ['if-match-or-none'],
  problems: [404, 409, 412, 428],
} as const;

@ApiTags('pilot-orders')
@Controller('v1/qualifications/:id')
export class PilotOrdersController {
  constructor(private readonly pilots: PilotOrdersService) {}

  @Get('pilot-orders')
  @Operation('listPilotOrders', {
    summary: 'Pilot orders, lots and sampling plans',
    answers: PilotOrderList,
    problems: [404],
  })
  list(@CurrentActor() actor: Person, @Id() id: string) {
    return this.pilots.list(actor, id);
  }

  @Get('pilot-orders/terms')
  @Operation('getPilotTerms', {
    summary: 'Terms of your next pilot order',
    answers: FactList,
    problems: [404],
  })
  readTerms(@CurrentActor() actor: Person, @Id() id: string) {
    return this.pilots.readTerms(actor, id);
  }

  @Put('pilot-orders/terms')
  @Operation('writePilotTerms', { summary: 'Write the terms; placing the order freezes them', ...WRITES })
  writeTerms(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: PilotTerms }) body: PilotTerms,
  ) {
    return this.pilots.writeTerms(actor, id, body, version);
  }

  @Get('pilot-suggestion')
  @Operation('getPilotSuggestion', {
    summary: 'How large a pilot order should be, and why',
    answers: PilotSuggestionView,
    problems: [404],
  })
  suggest(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @Query({ schema: PilotNeedsQuery }) needs: PilotNeedsQuery,
  ) {
    return this.pilots.suggest(actor, id, needs);
  }

  @Get('pilot-orders/:pilotId/lots/:lot/sample')
  @Operation('getLotSample', {
    summary: 'Which units of a lot to inspect',
    answers: LotSampleView,
    problems: [404],
  })
  sample(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @Param('pilotId', { schema: z.uuid() }) pilotId: string,
    @Param('lot', { schema: LotNumber }) lot: number,
  ) {
    return this.pilots.sample(actor, id, pilotId, lot);
  }

  @Get('pilot-orders/:pilotId/lots/:lot/inspection')
  @Operation('getInspection', {
    summary: 'What you recorded of a lot, to go on with',
    answers: FactList,
    problems: [403, 404],
  })
  inspection(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @Param('pilotId', { schema: z.uuid() }) pilotId: string,
    @Param('lot', { schema: LotNumber }) lot: number,
  ) {
    return this.pilots.readInspection(actor, id, pilotId, lot);
  }

  @Put('pilot-orders/:pilotId/lots/:lot/inspection')
  @Operation('writeInspection', { summary: 'Record what was found in a lot', ...WRITES })
  inspect(
    @CurrentActor() actor: Person,
    @Id() id: string,
    @Param('pilotId', { schema: z.uuid() }) pilotId: string,
    @Param('lot', { schema: LotNumber }) lot: number,
    @IfMatchOrNone() version: number,
    @Body({ schema: LotInspection }) body: LotInspection,
  ) {
    return this.pilots.inspect(actor, id, pilotId, lot, body, version);
  }
}
