export { fixtureListsDir } from './fixture-lists.js';
export { ScreeningError } from './list-entry.js';
export type {
  ListedAddress,
  ListedName,
  ListEntry,
  ListEntryKind,
  ListName,
  ListVersion,
  LoadedList,
  NameQuality,
  YearSpan,
} from './list-entry.js';
export type { Band, Evidence, Hit, MatchedWords, Reason, ReasonCode, ScreeningQuery } from './hit.js';
export type { EarlierHit, EntryDigests, ListChanges, NewEdition, Screened } from './list-changes.js';
export { changesBetween, digestOf, digestsOf, mayConcern } from './list-changes.js';
export { comparisonKeys, entityKey, normaliseName, personKey, reorderPersonName } from './normalise.js';
export type { OfacFiles } from './ofac-csv.js';
export { loadOfacSdn } from './ofac-csv.js';
export type { ScreeningLists } from './screening-lists.js';
export { loadLists, loadScreeningLists } from './screening-lists.js';
export { loadEuConsolidated } from './eu-xml.js';
export { loadUflpa } from './uflpa-csv.js';
export { loadUnConsolidated } from './un-xml.js';
