import type { CommandType } from './commands.js';

/** Decisions whose note says something to the supplier: what is asked, or why something was not taken. */
export const NOTES_TO_SUPPLIER: readonly CommandType[] = [
  'request-information',
  'reject-corrective-action',
  'accept-corrective-action-partly',
  'refuse-external-report',
  'reject-sample',
];
