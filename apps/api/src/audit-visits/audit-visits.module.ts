import { Module } from '@nestjs/common';
import { AuditVisitsController } from './audit-visits.controller.js';
import { AuditVisitsService } from './audit-visits.service.js';

@Module({ controllers: [AuditVisitsController], providers: [AuditVisitsService] })
export class AuditVisitsModule {}
