import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OperationsView } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { OperationsService } from './operations.service.js';

@ApiTags('operations')
@Controller('v1/operations')
export class OperationsController {
  constructor(private readonly operations: OperationsService) {}

  @Get()
  @Operation('getOperations', {
    summary:
      'Which lists and holidays are loaded, what waits to be repaired, how far the journal is anchored (office)',
    answers: OperationsView,
    problems: [403],
  })
  get(@CurrentActor() actor: Person) {
    return this.operations.get(actor);
  }
}
