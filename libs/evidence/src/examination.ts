import type { FileKind } from './file-kinds.js';
import type { PdfEditor } from './pdf-producer.js';

/** Why a file is refused. A closed list: what a screen says about each is in the catalogue of messages. */
export const FILE_REFUSALS = [
  'empty',
  'too-large',
  'type-not-allowed',
  'type-differs',
  'name-not-allowed',
  'name-differs',
  'cannot-be-read',
  'too-many-pixels',
  'encrypted',
  'active-content',
  'unpacks-too-large',
  'unsafe-entry',
  'infected',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** Thrown while a file is examined; the examination turns it into its answer. */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile';

  constructor(readonly code: FileRefusal) {
    super(`refused: ${code}`);
  }
}

/** Of sharp, which gives its own errors no code: what the system refused, and what took too long. */
const BY_WORDS = /unix error|system error|out of memory|timeout: /i;
/** Whether it was the machine that failed and not the file: no space, too many open files, no time. */
export const isLocalFault = (error: unknown): boolean =>
  error instanceof Error &&
  ('syscall' in error ||
    /^E[A-Z\d]+$/.test(String((error as { code?: unknown }).code)) ||
    BY_WORDS.test(error.message));

/** A file in a local folder, and what its uploader says about it: none of it is trusted. */
export interface ExaminationRequest {
  readonly file: string;
  readonly fileName: string;
  readonly declaredType: string;
  /** An existing folder for what is made of the file. */
  readonly into: string;
}

/** What the camera wrote into a photo: declared, nobody vouches for it. WGS 84 degrees; an instant. */
export interface Capture {
  readonly at?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** What is shown to others: the re-encoded image, or the file itself. */
export interface Served {
  readonly file: string;
  readonly sha256: string;
  readonly contentType: string;
  readonly bytes: number;
  /** Of an image, in pixels. */
  readonly width?: number;
  readonly height?: number;
}

export interface Examined {
  readonly outcome: 'examined';
  readonly kind: FileKind;
  readonly served: Served;
  readonly capture: Capture;
  /** Of an image: 64 bits in 16 hex digits that images which look the same nearly share. */
  readonly fingerprint?: string;
  /** The program that last wrote a PDF, when it is one for changing them. */
  readonly editor?: PdfEditor;
}
export type Examination = Examined | { readonly outcome: 'refused'; readonly code: FileRefusal };
