import { addDays, localDate } from '#domain';
import type { Case } from './api-client.js';

/** A local date so many days after the case's own now. */
export const inDays = (seen: Case, n: number): string => localDate(addDays(seen.caseTime, n));
