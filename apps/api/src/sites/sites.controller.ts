import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeSite, CreateSite, id, PageQuery, SitePage, SiteView } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { OptionalIdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { IfMatch } from '../http/preconditions.js';
import { SitesService } from './sites.service.js';

@ApiTags('suppliers')
@Controller('v1/suppliers/:supplierId/sites')
export class SitesController {
  constructor(private readonly sites: SitesService) {}

  @Post()
  @Operation('createSite', {
    summary: 'Add a site (its own people, or the office)',
    answers: SiteView,
    status: 201,
    location: '/v1/suppliers/{supplierId}/sites/{id}',
    headers: ['idempotency-key'],
    problems: [403, 404],
  })
  create(
    @CurrentActor() actor: Person,
    @Param('supplierId', { schema: id }) supplierId: string,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: CreateSite }) body: CreateSite,
  ) {
    return this.sites.create(actor, supplierId, key, body);
  }

  @Get()
  @Operation('listSites', { summary: 'List the sites of a supplier', answers: SitePage, problems: [404] })
  list(
    @CurrentActor() actor: Person,
    @Param('supplierId', { schema: id }) supplierId: string,
    @Query({ schema: PageQuery }) page: PageQuery,
  ) {
    return this.sites.list(actor, supplierId, page);
  }

  @Get(':id')
  @Operation('getSite', { summary: 'Read a site', answers: SiteView, problems: [404] })
  read(
    @CurrentActor() actor: Person,
    @Param('supplierId', { schema: id }) supplierId: string,
    @Param('id', { schema: id }) siteId: string,
  ) {
    return this.sites.read(actor, supplierId, siteId);
  }

  @Patch(':id')
  @Operation('changeSite', {
    summary: 'Change a site (its own people, or the office)',
    answers: SiteView,
    headers: ['if-match'],
    problems: [403, 404, 412, 428],
  })
  change(
    @CurrentActor() actor: Person,
    @Param('supplierId', { schema: id }) supplierId: string,
    @Param('id', { schema: id }) siteId: string,
    @IfMatch() version: number,
    @Body({ schema: ChangeSite }) body: ChangeSite,
  ) {
    return this.sites.change(actor, supplierId, siteId, version, body);
  }
}
