import { Readable } from 'node:stream';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { SupplierExport } from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { contentDisposition } from '../http/content-disposition.js';
import { Operation } from '../http/operation.js';
import { SupplierExportsService } from './supplier-exports.service.js';

@ApiTags('suppliers')
@Controller('v1/suppliers/:id/export')
export class SupplierExportsController {
  constructor(private readonly exports: SupplierExportsService) {}

  @Get()
  @Operation('exportSupplier', {
    summary: 'All that is kept of a supplier, for its own people: free, six times an hour',
    answers: SupplierExport,
    problems: [403, 404],
  })
  async export(
    @CurrentActor() actor: Person,
    @Param('id', { schema: z.uuid() }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const text = await this.exports.export(actor, id);
    const disposition = contentDisposition('attachment', `supplier-${id}.json`);
    await reply
      .headers({ 'content-type': 'application/json; charset=utf-8', 'content-disposition': disposition })
      .send(Readable.from(text));
  }
}
