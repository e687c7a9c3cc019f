import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { SuppliersController } from './suppliers.controller.js';
import { SuppliersService } from './suppliers.service.js';

@Module({ imports: [OrganisationsModule], controllers: [SuppliersController], providers: [SuppliersService] })
export class SuppliersModule {}
