import type { MaterialSupplier, OwnerShare } from '#domain';
import type { CheckData } from '#persistence';
import { firmNames, section } from './check.js';
import type { Party } from './hits.js';

interface Owner extends OwnerShare {
  readonly name: string;
}
export const owners = (data: CheckData): readonly Owner[] =>
  section<{ owners: Owner[] }>(data, 'owners').owners ?? [];

/** Names of the firm, of everybody who owns it and of its bank, also as they may be misspelt. */
export const sanctionsParties = (data: CheckData): readonly Party[] => {
  const { bankName } = section<{ bankName: string }>(data, 'bank');
  return [
    ...firmNames(data).map((name) => ({ subject: 'firm', name, kind: 'entity' as const })),
    ...(bankName === undefined ? [] : [{ subject: 'bank', name: bankName, kind: 'entity' as const }]),
    ...owners(data).map((owner) => ({
      subject: `owner:${owner.id}`,
      name: owner.name,
      kind: owner.kind === 'firm' ? ('entity' as const) : ('person' as const),
    })),
  ];
};

/** The firm and those it buys material from. */
export const forcedLabourParties = (data: CheckData): readonly Party[] => [
  ...firmNames(data).map((name) => ({ subject: 'firm', name, kind: 'entity' as const })),
  ...materialSuppliers(data).map(({ id, name }) => ({
    ...{ subject: `material:${id}`, name },
    kind: 'entity' as const,
  })),
];
export const materialSuppliers = (data: CheckData): readonly MaterialSupplier[] =>
  section<{ suppliers: MaterialSupplier[] }>(data, 'material-suppliers').suppliers ?? [];
