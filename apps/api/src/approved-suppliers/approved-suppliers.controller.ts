import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApprovedSupplierPage, ApprovedSupplierQuery } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation } from '../http/operation.js';
import { ApprovedSuppliersService } from './approved-suppliers.service.js';

@ApiTags('approvals')
@Controller('v1/approved-suppliers')
export class ApprovedSuppliersController {
  constructor(private readonly suppliers: ApprovedSuppliersService) {}

  @Get()
  @Operation('listApprovedSuppliers', {
    summary: 'Suppliers that you approved: what each approval is worth, what is left of it, how it goes',
    answers: ApprovedSupplierPage,
  })
  list(
    @CurrentActor() actor: Person,
    @Query({ schema: ApprovedSupplierQuery }) query: ApprovedSupplierQuery,
  ) {
    return this.suppliers.list(actor, query);
  }
}
