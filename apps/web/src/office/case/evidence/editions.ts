import type { DocumentView } from '#client';

/** What a document replaces, newest first. @param all documents of the case */
export function earlierOf(document: DocumentView, all: readonly DocumentView[]): readonly DocumentView[] {
  const before = all.find(({ id }) => id === document.replacesId);
  return before ? [before, ...earlierOf(before, all)] : [];
}

type Target = DocumentView['links'][number]['target'];
/** Documents that prove something for a place now, newest first. */
export const documentsFor = (
  all: readonly DocumentView[],
  target: Target,
  item: string,
): readonly DocumentView[] =>
  all.filter(
    ({ links, replacedById }) =>
      !replacedById && links.some((link) => link.target === target && link.item === item && !link.endedAt),
  );
