import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BoardOrderPage, BoardQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { PilotOrdersService } from './pilot-orders.service.js';

@ApiTags('pilot-orders')
@Controller('v1/pilot-orders')
export class PilotBoardController {
  constructor(private readonly pilots: PilotOrdersService) {}

  @Get()
  @Operation('listPilotBoard', {
    summary: 'Your pilot orders over all cases, by where they stand',
    answers: BoardOrderPage,
  })
  board(@CurrentActor() actor: Person, @Query({ schema: BoardQuery }) query: BoardQuery) {
    return this.pilots.board(actor, query);
  }
}
