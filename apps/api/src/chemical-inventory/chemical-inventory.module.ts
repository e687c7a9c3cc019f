import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { FactsModule } from '../facts/facts.module.js';
import { ChemicalInventoryController } from './chemical-inventory.controller.js';
import { ChemicalInventoryService } from './chemical-inventory.service.js';

@Module({
  imports: [DocumentsModule, FactsModule],
  controllers: [ChemicalInventoryController],
  providers: [ChemicalInventoryService],
})
export class ChemicalInventoryModule {}
