import { listInformationQuestions, type InformationQuestionList } from '#client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { told } from '../../server/told.js';
import type { Language } from '../../words/languages.js';
import { useLanguage } from '../../words/words.js';

export type Template = InformationQuestionList['items'][number];
/** What an officer means to ask about a part of an application; without a question: whatever the note says of it. */
export interface Question {
  readonly item: string;
  readonly question?: Template['question'];
}
interface Draft {
  readonly asked: readonly Question[];
  readonly note: string;
}
const EMPTY: Draft = { asked: [], note: '' };

const keyOf = (caseId: string): string => `selvedge.questions.${caseId}`;
/** A draft stays as long as its tab: whoever looks at something else comes back to it. */
function kept(caseId: string): Draft {
  const text = sessionStorage.getItem(keyOf(caseId));
  return text ? (JSON.parse(text) as Draft) : EMPTY;
}

/** What is to be asked, before it is. */
export function useQuestions(caseId: string) {
  const [draft, setDraft] = useState(() => kept(caseId));
  const change = (next: Draft): void => {
    sessionStorage.setItem(keyOf(caseId), JSON.stringify(next));
    setDraft(next);
  };
  const without = (item: string) => draft.asked.filter((one) => one.item !== item);
  return {
    ...draft,
    add: (question: Question) => change({ ...draft, asked: [...without(question.item), question] }),
    drop: (item: string) => change({ ...draft, asked: without(item) }),
    write: (note: string) => change({ ...draft, note }),
    clear: () => change(EMPTY),
  };
}
export type Questions = ReturnType<typeof useQuestions>;

const DAY_MS = 86_400_000;
/** Questions that can be asked, as they are read in a language. */
export function useTemplates(language: Language): readonly Template[] {
  const { data } = useQuery({
    queryKey: ['information-questions', language],
    queryFn: async () => (await told(listInformationQuestions({ query: { language } }))).items,
    staleTime: DAY_MS,
  });
  return data ?? [];
}

/** Templates that fit a section, in the language of the reader. */
export const useTemplatesFor = (section: string): readonly Template[] =>
  useTemplates(useLanguage()).filter(({ sections }) => sections.length === 0 || sections.includes(section));
