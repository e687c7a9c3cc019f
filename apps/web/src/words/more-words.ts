import { useEffect, useReducer } from 'react';
import type { Part } from './addresses.js';
import { loadWords } from './load.js';

/** Has a part of the catalogue loaded that few screens need, and renders anew once it is there. */
export function useMoreWords(part: Part): void {
  const [, again] = useReducer((n: number) => n + 1, 0);
  useEffect(() => void loadWords(part).then(again, () => undefined), [part]);
}
