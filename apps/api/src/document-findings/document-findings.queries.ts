import { statement } from '#persistence';

/** At most one for each check. */
export const LIST = statement(
  'document-finding-list',
  `select document_id as "documentId", "check", verdict, explanation, found_at as "foundAt"
     from document_finding where document_id = $1 order by "check"`,
);
