import type { AuditAnswer } from '#client';
import { merged, useWritten } from '../offline/use-written.js';
import type { Answers } from './answers.js';
import type { AuditPack } from './pack.js';
import { answersOf, type AuditPaper } from './places.js';

const NONE = new Map();
/** Answers of a paper as this device has them: what was read, and over it what was written here. */
export function useAnswers(pack: AuditPack, paper: AuditPaper): Answers {
  return useAnswersHere(pack, paper).answers;
}

/** The same, with which of them were written on this device, and whether all of that was read. */
export function useAnswersHere({ view, answers }: AuditPack, paper: AuditPaper) {
  const prefix = answersOf(view.id, paper);
  const written = useWritten(prefix);
  const all = merged<Partial<AuditAnswer>>(answers[paper] ?? [], prefix, written ?? NONE);
  return {
    answers: Object.fromEntries(Object.entries(all).filter(([, one]) => one?.value)) as Answers,
    here: new Set([...(written ?? NONE).keys()].map((place: string) => place.slice(prefix.length))),
    ready: written !== undefined,
  };
}
