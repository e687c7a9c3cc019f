import { rule } from './rule.js';
import type { Relation } from './relations.js';

/** The owner; the sides of a case as far as what the document is linked to lets them read it; the office. */
const READERS = [
  'member',
  'supplier',
  'audit-firm',
  'buyer',
  'programme-office',
] as const satisfies readonly Relation[];

/** Documents and the uploads they come from. What may be linked to what, working papers say; an upload is its sender's alone. */
export const documentOperations = {
  describeUploads: rule('none', 'read', ['anyone']),
  createUpload: rule('none', 'write', ['signed-in']),
  getUpload: rule('document', 'read', ['member']),
  continueUpload: rule('document', 'write', ['member']),
  endUpload: rule('document', 'write', ['member']),

  listDocuments: rule('case', 'read', READERS),
  getDocument: rule('document', 'read', READERS),
  changeDocument: rule('document', 'write', ['member', 'officer'], READERS),
  linkDocument: rule('document', 'write', ['member', 'officer'], READERS),
  endDocumentLink: rule('document', 'write', ['member', 'officer'], READERS),
  getDocumentContent: rule('document', 'read', READERS),
  listDocumentFindings: rule('document', 'read', ['officer'], READERS),
  eraseDocument: rule('document', 'administer', ['officer'], READERS),
  getOriginalDocument: rule('document', 'read', ['officer', 'reviewer'], READERS),
};
