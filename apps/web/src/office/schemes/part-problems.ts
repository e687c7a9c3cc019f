import { schemeProblems, type SchemeContent } from '#domain';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { numberProblems } from './number-bounds.js';

export interface PartProblems {
  /** What is wrong at one of these places, in words. */
  readonly errorAt: (...pointers: readonly string[]) => string | undefined;
  readonly isWrong: boolean;
}
/** What does not fit in a part of a content as it would be saved: the rules by which it is judged when it is handed in. @param starts of the pointers into the part */
export function usePartProblems(content: SchemeContent, ...starts: readonly string[]): PartProblems {
  const say = useSay();
  const sayCode = useSayCode();
  const { number } = useForms();
  const isOfPart = ({ pointer }: { readonly pointer: string }) =>
    starts.some((start) => pointer === start || pointer.startsWith(`${start}/`));
  const found = [
    ...numberProblems(content)
      .filter(isOfPart)
      .map(({ pointer, code, least, most }) => ({
        pointer,
        text: say(`office.schemes.problem.${code}`, { least: number(least), most: number(most) }),
      })),
    ...schemeProblems(content)
      .filter(isOfPart)
      .map(({ pointer, code }) => ({
        pointer,
        text: capitalised(sayCode('office.schemes.problem', code)),
      })),
  ];
  return {
    errorAt: (...pointers) => found.find(({ pointer }) => pointers.includes(pointer))?.text,
    isWrong: found.length > 0,
  };
}
