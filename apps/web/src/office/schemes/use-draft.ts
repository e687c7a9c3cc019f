import { changeSchemeVersion } from '#client';
import type { SchemeContent } from '#domain';
import { useState } from 'react';
import { told } from '../../server/told.js';
import { isAlike } from './alike.js';
import { asWritten, useVersionAct, type Version } from './version-data.js';

interface DraftOptions<T> {
  readonly of: Version;
  /** The part as the version has it now. */
  readonly kept: T;
  /** The content with the part as somebody wrote it. */
  readonly into: (content: SchemeContent, part: T) => SchemeContent;
  readonly isSame?: (one: T, other: T) => boolean;
}

/** Writes a draft version as a whole. */
export const useContent = (of: Version) =>
  useVersionAct<SchemeContent>(of, (asked, content) =>
    told(changeSchemeVersion({ ...asked, body: { content: asWritten(content) } })),
  );

/** One part of a draft version while somebody writes it, until it is saved or taken back. */
export function useDraft<T extends object>({ of, kept, into, isSame = isAlike }: DraftOptions<T>) {
  const [draft, setDraft] = useState(kept);
  // As it was when this form began: what differs from it is this person's, what the version has now may be another's.
  const [base, setBase] = useState(kept);
  const save = useContent(of);
  const isChanged = !isSame(draft, base);
  const isOvertaken = !isSame(kept, base);
  const takeTheirs = () => {
    setDraft(kept);
    setBase(kept);
  };
  if (isOvertaken && (!isChanged || isSame(draft, kept))) takeTheirs();
  return {
    ...{ draft, isChanged, isOvertaken: isChanged && isOvertaken, takeTheirs },
    /** The whole content, as it would be saved. */
    content: into(of.content, draft),
    change: (part: Partial<T>) => setDraft((before) => ({ ...before, ...part })),
    keepMine: () => setBase(kept),
    undo: () => setDraft(base),
    save: () => save.mutate(into(of.content, draft)),
    ...{ isSaving: save.isPending, isSaved: save.isSuccess, error: save.error },
  };
}
export type Draft<T extends object> = ReturnType<typeof useDraft<T>>;
