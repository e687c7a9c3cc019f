const MEGABYTE = 1024 * 1024;

/** What a document may be. Neither SVG nor HTML nor archives; HEIC not, because this build of sharp cannot decode it. */
export const FILE_KINDS = ['jpeg', 'png', 'webp', 'pdf', 'xlsx', 'csv'] as const;
export type FileKind = (typeof FILE_KINDS)[number];
export type ImageKind = Extract<FileKind, 'jpeg' | 'png' | 'webp'>;

export interface FileKindRules {
  /** Under which it is served, and which its uploader may declare. */
  readonly contentType: string;
  /** Other declarations of browsers and phones for the same. */
  readonly alsoDeclared: readonly string[];
  readonly extensions: readonly string[];
  readonly maxBytes: number;
}

const image = (contentType: string, extensions: string[], alsoDeclared: string[] = []): FileKindRules => ({
  ...{ contentType, extensions, alsoDeclared },
  maxBytes: 25 * MEGABYTE,
});
export const FILE_KIND_RULES: Readonly<Record<FileKind, FileKindRules>> = {
  jpeg: image('image/jpeg', ['jpg', 'jpeg', 'jpe', 'jfif'], ['image/jpg', 'image/pjpeg']),
  png: image('image/png', ['png']),
  webp: image('image/webp', ['webp']),
  pdf: {
    contentType: 'application/pdf',
    alsoDeclared: ['application/x-pdf'],
    extensions: ['pdf'],
    maxBytes: 50 * MEGABYTE,
  },
  xlsx: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    alsoDeclared: [],
    extensions: ['xlsx'],
    maxBytes: 10 * MEGABYTE,
  },
  csv: {
    contentType: 'text/csv',
    alsoDeclared: ['text/plain', 'application/csv', 'application/vnd.ms-excel'],
    extensions: ['csv'],
    maxBytes: 10 * MEGABYTE,
  },
};

/** More than this no document has. */
export const LARGEST_FILE_BYTES = Math.max(...Object.values(FILE_KIND_RULES).map(({ maxBytes }) => maxBytes));

/** The kind that a declared content type means, parameters aside; undefined when no document may be that. */
export function kindOfType(declared: string): FileKind | undefined {
  const type = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  const exact = FILE_KINDS.find((kind) => FILE_KIND_RULES[kind].contentType === type);
  return exact ?? FILE_KINDS.find((kind) => FILE_KIND_RULES[kind].alsoDeclared.includes(type));
}

export const isImage = (kind: FileKind): kind is ImageKind =>
  kind === 'jpeg' || kind === 'png' || kind === 'webp';
