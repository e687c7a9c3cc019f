/** One thing that is wrong in what was written: its JSON pointer from `#`, and a code. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
}

/** Where an entry stands. What was received leaves the queue and becomes a receipt. */
export type EntryState = 'here' | 'sending' | 'needs-you';

/** A place to write to: one fact of one case. The same place is written in order, and only the latest of what waits. */
export interface Place {
  /** `section/<case>/profile` say; names no person. */
  readonly name: string;
  readonly caseId: string;
  /** Where it is put, from the first slash. */
  readonly url: string;
  readonly method: 'PUT' | 'POST';
}

export interface FactEntry {
  readonly kind: 'fact';
  readonly url: string;
  readonly method: 'PUT' | 'POST';
  /** The version that was there when it was written, as `If-Match` takes it; null when there was none; absent where none is kept. */
  readonly base?: string | null;
}
export interface PhotoEntry {
  readonly kind: 'photo';
  readonly fileName: string;
  readonly fileType: string;
  readonly size: number;
  /** SHA-256 at capture, in hex. */
  readonly sha256: string;
  /** Of the upload: what it proves, when and where it was taken. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Where the upload goes on, when it was begun. */
  readonly uploadUrl?: string;
  readonly sentBytes: number;
}
export type Entry = (FactEntry | PhotoEntry) & {
  /** A UUID, and the key under which the API takes it once. */
  readonly id: string;
  readonly place: string;
  readonly caseId: string;
  /** By the clock of this device, in milliseconds. */
  readonly at: number;
  readonly state: EntryState;
  readonly tries: number;
  /** Not before, in milliseconds. */
  readonly nextAt: number;
  /** It is not whole yet: it is kept here, and not sent before it is written again. */
  readonly held?: boolean;
  /** Why it was not taken, as a problem code. */
  readonly problem?: string;
  /** Which fields were not taken, and why. */
  readonly fields?: readonly FieldProblem[];
  /** Of a conflict: what stands there now. */
  readonly current?: unknown;
  readonly currentEtag?: string;
};

export interface Receipt {
  readonly id: string;
  readonly place: string;
  readonly caseId: string;
  readonly kind: Entry['kind'];
  readonly at: number;
  /** The version it became, or the document. */
  readonly etag?: string;
  readonly documentId?: string;
  readonly sha256?: string;
}

/** What an entry is before the queue has it. */
export type NewEntry = Omit<FactEntry, never> | Omit<PhotoEntry, 'sentBytes'>;
