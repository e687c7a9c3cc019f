import { useQuery } from '@tanstack/react-query';
import { useLanguage, useSay, useSayIfAny } from '../words/words.js';
import { checklistQuery } from '../server/case-parts.js';

/** A question of the checklist as its reader is asked it; what is none has a name of its own. */
export interface ItemWords {
  readonly question: string;
  readonly guidance?: string;
  /** Examples of good proof. */
  readonly evidence: readonly string[];
}

/** How items of the checklist are told: by their question in the language of the reader. */
export function useItemWords(caseId: string): (itemId: string) => ItemWords {
  const say = useSay();
  const sayIfAny = useSayIfAny();
  const { data } = useQuery(checklistQuery(caseId, useLanguage()));
  return (itemId) => {
    const item = data?.get(itemId);
    if (item) return item;
    if (itemId.startsWith('pilot:')) return { question: say('shell.item.pilot'), evidence: [] };
    return { question: sayIfAny(`shell.item.${itemId}`) ?? itemId, evidence: [] };
  };
}
