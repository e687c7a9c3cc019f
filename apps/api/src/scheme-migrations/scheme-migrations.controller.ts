import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, SchemeMigrationQuery, SchemeMigrationView } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { SchemeMigrationsService } from './scheme-migrations.service.js';

@ApiTags('qualifications')
@Controller('v1/qualifications/:id/scheme-migration')
export class SchemeMigrationsController {
  constructor(private readonly migrations: SchemeMigrationsService) {}

  @Get()
  @Operation('previewSchemeMigration', {
    summary: 'What would change if this case went over to another version of its scheme (office)',
    answers: SchemeMigrationView,
    problems: [403, 404],
  })
  preview(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) qualificationId: string,
    @Query({ schema: SchemeMigrationQuery }) { schemeVersionId }: SchemeMigrationQuery,
  ) {
    return this.migrations.preview(actor, qualificationId, schemeVersionId);
  }
}
