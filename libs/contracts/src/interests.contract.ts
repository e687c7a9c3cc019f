import { z } from 'zod';
import { date, id, instant, line } from './primitives.js';

const count = z.number().int();
const names = z.array(line(200)).max(100);
const until = date.nullable().meta({ description: 'The last day of the advice; null while it goes on.' });
const consulted = z
  .strictObject({ organisationId: id.optional(), tin: line(30).optional(), until })
  .refine(
    ({ organisationId, tin }) => (organisationId === undefined) !== (tin === undefined),
    'must name a supplier by its id or by its tax number, not by both',
  );

/** All lists, also empty ones: to declare that there is nothing is to declare. */
export const DeclareInterests = z
  .strictObject({
    owners: names,
    directors: names,
    addresses: z.array(line(500)).max(50),
    accounts: z.array(z.strictObject({ bic: line(20), accountNumber: line(40) })).max(50),
    consulted: z.array(consulted).max(500),
  })
  .meta({
    id: 'DeclareInterests',
    description:
      'Owners, directors, addresses and bank accounts of an audit firm or a buyer, and whom it advised. Replaces what was declared before.',
  });
export type DeclareInterests = z.infer<typeof DeclareInterests>;

export const InterestsView = z
  .object({
    organisationId: id,
    version: count,
    declaredAt: instant.nullable(),
    owners: count,
    directors: count,
    addresses: count,
    accounts: count,
    consulted: z.array(
      z.object({ organisationId: id.nullable(), tin: z.string().nullable(), until: date.nullable() }),
    ),
  })
  .meta({
    id: 'InterestsView',
    description:
      'How many entries of a declaration are compared, equal ones once. What they say is kept as keyed indexes and cannot be read back.',
  });
export type InterestsView = z.infer<typeof InterestsView>;
