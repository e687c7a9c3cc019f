import { Body, Controller, Get, Param, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChemicalInventoryTaken, id as Id, TakeChemicalInventory } from '#contracts';
import type { Person } from '#domain';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { IfMatchOrNone } from '../http/preconditions.js';
import { ChemicalInventoryService } from './chemical-inventory.service.js';
import { sendTemplate } from './chemical-inventory.view.js';

@ApiTags('application-sections')
@Controller('v1')
export class ChemicalInventoryController {
  constructor(private readonly inventory: ChemicalInventoryService) {}

  @Put('qualifications/:id/chemical-inventory')
  @Operation('takeChemicalInventory', {
    summary: 'Read the section `chemicals` from an examined CSV or XLSX document: all rows or none',
    answers: ChemicalInventoryTaken,
    headers: ['if-match-or-none'],
    problems: [404, 409, 410, 412, 428],
  })
  take(
    @CurrentActor() actor: Person,
    @Param('id', { schema: Id }) id: string,
    @IfMatchOrNone() version: number,
    @Body({ schema: TakeChemicalInventory }) body: TakeChemicalInventory,
  ) {
    return this.inventory.take(actor, id, version, body);
  }

  @Get('chemical-inventory/template.csv')
  @Operation('getInventoryTemplate', { summary: 'An empty chemical inventory, text/csv', status: 200 })
  template(@Res() reply: FastifyReply) {
    return sendTemplate(reply);
  }
}
