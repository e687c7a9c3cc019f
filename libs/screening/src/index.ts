export type { BlockingRecall } from './calibration/blocking.js';
export { blockingRecall } from './calibration/blocking.js';
export type { HeldOut } from './calibration/calibrate.js';
export { calibrate, crossValidate, judge } from './calibration/calibrate.js';
export type { Figures, Judged } from './calibration/figures.js';
export { figuresOf } from './calibration/figures.js';
export type { LabelledPair } from './calibration/labelled-pairs.js';
export { readLabelledPairs } from './calibration/labelled-pairs.js';
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
export { digestOf } from './entry-digest.js';
export { changesBetween, digestsOf, mayConcern } from './list-changes.js';
export { comparisonKeys, entityKey, normaliseName, personKey, reorderPersonName } from './normalise.js';
export type { OfacFiles } from './ofac-csv.js';
export { loadOfacSdn } from './ofac-csv.js';
export type { ScreeningLists } from './screening-lists.js';
export { indexLists, loadLists, loadScreeningLists, stampOf } from './screening-lists.js';
export { loadEuConsolidated } from './eu-xml.js';
export { loadUflpa } from './uflpa-csv.js';
export { loadUnConsolidated } from './un-xml.js';
export type { Likeness } from './matching/align.js';
export type { Feature } from './matching/features.js';
export type { KindModel, Model, ScorePart } from './matching/model.js';
export { MODEL, MODEL_VERSION } from './matching/weights.js';
