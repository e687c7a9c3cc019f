/** The lists this project can read. */
export type ListName = 'OFAC-SDN' | 'UN-SC';

export type ListEntryKind = 'person' | 'entity' | 'vessel' | 'aircraft';

/** How the publisher gives a name: the listed one, a full alias, or an alias too broad to stand alone. */
export type NameQuality = 'primary' | 'aka' | 'weak';

export type ListedName = { name: string; quality: NameQuality };

/**
 * One listed party, in the same shape for every list.
 * `entryId` is the publisher's own: `ent_num` for OFAC, `REFERENCE_NUMBER` for the UN.
 * `names` starts with the primary name; an entry always has at least one.
 */
export type ListEntry = {
  list: ListName;
  entryId: string;
  kind: ListEntryKind;
  names: ListedName[];
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
