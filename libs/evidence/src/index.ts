export { BlobError, hashOf, type BlobProblem, type BlobStore, type ByteRange } from './blob-store.js';
export { DiskStore } from './disk-store.js';
export {
  FILE_REFUSALS,
  type Capture,
  type Examination,
  type ExaminationRequest,
  type Examined,
  type FileRefusal,
  type Served,
} from './examination.js';
export { Examiner, ExaminerError } from './examiner.js';
export {
  FILE_KIND_RULES,
  FILE_KINDS,
  isImage,
  kindOfType,
  LARGEST_FILE_BYTES,
  type FileKind,
} from './file-kinds.js';
export { openBlobStore, type BlobPlace } from './open-blob-store.js';
export type { PdfEditor } from './pdf-producer.js';
export { readTable, UnreadableTable } from './read-table.js';
export { S3_LIMITS } from './s3-limits.js';
export { S3Store, type S3Settings } from './s3-store.js';
export { ClamdScanner, ScannerError, type Scanner, type ScanVerdict } from './scanner.js';
export type { TableCell, TableKind } from './table-cells.js';
