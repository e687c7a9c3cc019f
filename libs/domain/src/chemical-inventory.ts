import type { SubstanceUse } from './reference/restricted-substances.js';

/** What stands for the number of a substance that its maker keeps secret. */
export const UNDISCLOSED = 'undisclosed';
export const MAX_INVENTORY_ROWS = 2_000;

/** One substance of one product that a firm keeps. A product of several substances has several rows. */
export interface InventoryRow {
  readonly product: string;
  readonly supplier?: string | undefined;
  /** A CAS number, or `UNDISCLOSED`; absent when nobody knows it. */
  readonly cas?: string | undefined;
  /** Of the product's mass, 0 to 100; the upper end where the safety data sheet gives a range. */
  readonly percent: number;
  /** Kilograms of the product used in a month. */
  readonly kgMonth: number;
  /** Date of the safety data sheet, a local date. */
  readonly sdsDate?: string | undefined;
  readonly use?: SubstanceUse | undefined;
}
