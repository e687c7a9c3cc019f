import { z } from 'zod';
import { id } from './primitives.js';

export const TakeChemicalInventory = z
  .strictObject({ documentId: id })
  .meta({ id: 'TakeChemicalInventory', description: 'An examined CSV or XLSX document of the supplier.' });
export type TakeChemicalInventory = z.infer<typeof TakeChemicalInventory>;

export const ChemicalInventoryTaken = z
  .object({ item: z.string(), version: z.number().int(), rows: z.number().int() })
  .meta({ id: 'ChemicalInventoryTaken' });
