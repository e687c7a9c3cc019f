import type { DocumentFindingView } from '#contracts';

export interface FindingRow extends Omit<DocumentFindingView, 'foundAt'> {
  readonly foundAt: Date;
}
export const findingView = ({ foundAt, ...row }: FindingRow): DocumentFindingView => ({
  ...row,
  foundAt: foundAt.toISOString(),
});
