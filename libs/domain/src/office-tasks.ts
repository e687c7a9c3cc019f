/** What a task of the office is about that no single case can hold. */
export const OFFICE_TASK_ABOUT = [
  'case',
  'document',
  'event',
  'person',
  'invitation',
  'list',
  'anchors',
] as const;
export type OfficeTaskAbout = (typeof OFFICE_TASK_ABOUT)[number];

interface OfficeTaskKind {
  readonly about: OfficeTaskAbout;
  /** An officer says when it is done. The others end with what they are about: a case that runs again, say. */
  readonly byHand: boolean;
}
export const OFFICE_TASKS = {
  'workflow-missing': { about: 'case', byHand: false },
  'event-parked': { about: 'event', byHand: false },
  'address-bounced': { about: 'person', byHand: false },
  'invitation-bounced': { about: 'invitation', byHand: false },
  'erasure-asked': { about: 'case', byHand: true },
  'document-not-examined': { about: 'document', byHand: true },
  'document-bytes-missing': { about: 'document', byHand: true },
  'document-finding': { about: 'document', byHand: true },
  'list-changed': { about: 'list', byHand: true },
  'anchor-file-cut': { about: 'anchors', byHand: true },
} as const satisfies Readonly<Record<string, OfficeTaskKind>>;

/** Kinds that an officer settles by hand. */
export const SETTLED_OFFICE_TASKS: readonly string[] = Object.entries(OFFICE_TASKS)
  .filter(([, { byHand }]) => byHand)
  .map(([kind]) => kind);

/** What a kind is about; of one that this release does not know, nothing is said. */
export const officeTaskKind = (kind: string): OfficeTaskKind | undefined =>
  Object.entries(OFFICE_TASKS).find(([known]) => known === kind)?.[1];
