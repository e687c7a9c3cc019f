import { Module } from '@nestjs/common';
import { ApprovedSuppliersController } from './approved-suppliers.controller.js';
import { ApprovedSuppliersService } from './approved-suppliers.service.js';

@Module({ controllers: [ApprovedSuppliersController], providers: [ApprovedSuppliersService] })
export class ApprovedSuppliersModule {}
