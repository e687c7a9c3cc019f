import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ChangeOrganisation,
  CreateSupplier,
  id,
  OrganisationPage,
  OrganisationView,
  PageQuery,
} from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { OptionalIdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { IfMatch } from '../http/preconditions.js';
import { SuppliersService } from './suppliers.service.js';

@ApiTags('suppliers')
@Controller('v1/suppliers')
export class SuppliersController {
  constructor(private readonly suppliers: SuppliersService) {}

  @Post()
  @Operation('createSupplier', {
    summary: 'Register a supplier (office)',
    answers: OrganisationView,
    status: 201,
    location: '/v1/suppliers/{id}',
    headers: ['idempotency-key'],
    problems: [403],
  })
  create(
    @CurrentActor() actor: Person,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: CreateSupplier }) body: CreateSupplier,
  ) {
    return this.suppliers.create(actor, key, body);
  }

  @Get()
  @Operation('listSuppliers', { summary: 'List the suppliers you may see', answers: OrganisationPage })
  list(@CurrentActor() actor: Person, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.suppliers.list(actor, page);
  }

  @Get(':id')
  @Operation('getSupplier', { summary: 'Read a supplier', answers: OrganisationView, problems: [404] })
  read(@CurrentActor() actor: Person, @Param('id', { schema: id }) supplierId: string) {
    return this.suppliers.read(actor, supplierId);
  }

  @Patch(':id')
  @Operation('changeSupplier', {
    summary: 'Change a supplier (its own people, or the office)',
    answers: OrganisationView,
    headers: ['if-match'],
    problems: [403, 404, 412, 428],
  })
  change(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) supplierId: string,
    @IfMatch() version: number,
    @Body({ schema: ChangeOrganisation }) body: ChangeOrganisation,
  ) {
    return this.suppliers.change(actor, supplierId, version, body);
  }
}
