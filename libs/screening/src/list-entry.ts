/** The lists this project can read. */
export type ListName = 'OFAC-SDN' | 'UN-SC' | 'EU-FSF' | 'UFLPA';

export type ListEntryKind = 'person' | 'entity' | 'vessel' | 'aircraft';

/** How the publisher gives a name: the listed one, a full alias, or an alias too broad to stand alone. */
export type NameQuality = 'primary' | 'aka' | 'weak';

export type ListedName = { name: string; quality: NameQuality };

/** Where the list says that the party is; `country` is ISO 3166-1 alpha-2 where its name is known. */
export type ListedAddress = { city?: string; country?: string };

/** Years in which a person may have been born, both included. */
export type YearSpan = { from: number; to: number };

/**
 * One listed party, in the same shape for every list.
 * `entryId` is the publisher's own: `ent_num` for OFAC, `REFERENCE_NUMBER` for the UN, `euReferenceNumber` for the
 * EU; the UFLPA table has none, so there it is made of the name.
 * `names` starts with the primary name; an entry always has at least one.
 * `countries` (ISO 3166-1 alpha-2, of nationality, birth and addresses), `births` and `idNumbers` (papers of a
 * person, registrations of a firm, as `normaliseId` gives them) are what a hit on the name is held against.
 */
export type ListEntry = {
  list: ListName;
  entryId: string;
  kind: ListEntryKind;
  names: ListedName[];
  countries: string[];
  births: YearSpan[];
  idNumbers: string[];
  addresses: ListedAddress[];
  programme?: string;
};

/**
 * Which edition of a list was read.
 * `version` is the date in the content (`YYYY-MM-DD`), or the first 12 digits of `sha256` where there is none.
 * `sha256` covers the bytes of the list's files in reading order (`cat sdn alt add comments | sha256sum` for OFAC).
 */
export type ListVersion = { list: ListName; version: string; sha256: string; entries: number };

export type LoadedList = { version: ListVersion; entries: ListEntry[] };

/**
 * The lists could not be read, or a name could not be compared.
 * A caller turns this into the verdict ERROR: a check that could not run never passes.
 */
export class ScreeningError extends Error {
  override readonly name = 'ScreeningError';
}
