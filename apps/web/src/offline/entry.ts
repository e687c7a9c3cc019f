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
  /** What is written later in this case waits until this was received: an audit is started before it is answered. */
  readonly gate?: boolean;
  /** Once it was received nothing of it stays here: what workers told. */
  readonly secret?: boolean;
}

export interface FactEntry {
  readonly kind: 'fact';
  readonly url: string;
  readonly method: 'PUT' | 'POST';
  /** The version that was there when it was written, as `If-Match` takes it; null when there was none; absent where none is kept. */
  readonly base?: string | null;
  readonly gate?: boolean;
  readonly secret?: boolean;
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
  readonly sentBytes: number;
}
export type Entry = (FactEntry | PhotoEntry) & {
  /** A UUID: the key under which the API takes it once; a photo becomes the document of this id. */
  readonly id: string;
  /** Each has a greater one than all before it, whatever the clock of the device says. */
  readonly nr: number;
  readonly place: string;
  readonly caseId: string;
  /** By the clock of this device, in milliseconds. */
  readonly at: number;
  readonly state: EntryState;
  /** How often it was begun to be sent: from the first time on it may have arrived. */
  readonly tries: number;
  /** Not before, in milliseconds. */
  readonly nextAt: number;
  /** It is not whole yet: it is kept here, and not sent before it is written again. */
  readonly held?: boolean;
  /** Why it was not taken, as a problem code. */
  readonly problem?: string;
  /** Which fields were not taken, and why. */
  readonly fields?: readonly FieldProblem[];
  /** Somebody else wrote there in between. What stands there now is kept sealed: `Queue.theirsOf`. */
  readonly conflict?: boolean;
  readonly currentEtag?: string | null;
};

export interface Receipt {
  readonly id: string;
  readonly nr: number;
  readonly place: string;
  readonly caseId: string;
  readonly kind: Entry['kind'];
  /** By the clock of this device, in milliseconds. */
  readonly at: number;
  /** The version it became, or the document. */
  readonly etag?: string;
  readonly documentId?: string;
  readonly sha256?: string;
}

/** What stands at a place as far as this device has heard: received from here, or taken over from somebody else. */
export interface Known {
  readonly place: string;
  readonly caseId: string;
  readonly etag: string | null;
  readonly at: number;
}

/** Whether one version came after another: versions are numbers in quotes. */
export const newer = (etag: string | null, than: string | null): boolean => versionOf(etag) > versionOf(than);
const versionOf = (etag: string | null): number => (etag === null ? 0 : Number(etag.replaceAll('"', '')));
