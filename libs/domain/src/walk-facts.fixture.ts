import type { Answer } from './checklist.js';
import { APPLICATION, COMPLIANCE } from './papers.js';

export const CONFORM: Answer = { value: 'conform', reasonGiven: false, evidenceCount: 1, noteLength: 0 };
export const NONCONFORM: Answer = {
  value: 'nonconform',
  reasonGiven: false,
  evidenceCount: 1,
  noteLength: 50,
};
export const NOT_APPLICABLE: Answer = {
  ...{ value: 'not-applicable', reasonGiven: true, evidenceCount: 0, noteLength: 0 },
};

/** What a supplier has written when it applies. */
export const SECTIONS = {
  [APPLICATION]: {
    profile: {
      legalName: 'Blue Lotus',
      businessRegistrationNumber: '1',
      workers: 40,
      womenWorkers: 30,
      contactPhone: '012',
    },
    site: { address: 'here', province: 'KH-12', latitude: 11.5, longitude: 104.9 },
    capacity: { products: ['buttons'], monthlyCapacity: 1000, capacityUnit: 'piece' },
    declaration: { truthful: true, consentToChecks: true, signedBy: 'sokha' },
  },
  [COMPLIANCE]: {
    owners: { owners: [] },
    tax: { tin: 'K001-123456789', patentYear: 2026 },
    certificates: { certificates: [] },
  },
};

/** Years that were loaded, and have none. */
export const noHolidays = (): Record<string, string[]> =>
  Object.fromEntries(Array.from({ length: 12 }, (_, i) => [String(2024 + i), []]));
