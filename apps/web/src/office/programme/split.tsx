import type { FigureDefinitionView } from '#client';
import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSay } from '../../words/words.js';
import type { Dimension } from './cohort.js';
import { useNames } from './names.js';

/** What a figure may be split by: not by what its rows are. */
const splitsOf = ({ dimensions, keys }: FigureDefinitionView): readonly Dimension[] =>
  dimensions.filter((one) => one !== keys);
const nameOf = ({ figure }: FigureDefinitionView): string => `split-${figure}`;

/** What the address splits this figure by. */
export function useSplit(of: FigureDefinitionView): Dimension | undefined {
  const search: Record<string, unknown> = useSearch({ strict: false });
  return splitsOf(of).find((one) => one === search[nameOf(of)]);
}

/** Splits one figure, and leaves the others as they are. */
export function SplitChoice({ of }: { readonly of: FigureDefinitionView }) {
  const say = useSay();
  const { dimension } = useNames();
  const chosen = useSplit(of);
  const navigate = useNavigate();
  const split = (by: string) =>
    void navigate({
      to: '.',
      search: ((before: object) => ({ ...before, [nameOf(of)]: by || undefined })) as never,
      resetScroll: false,
    });
  return (
    <NativeSelect
      className="figure-split"
      label={say('office.programme.split')}
      aria-label={say('office.programme.split-of', { figure: of.title })}
      value={chosen ?? ''}
      onChange={({ target }) => split(target.value)}
      data={[
        { value: '', label: say('office.programme.split-none') },
        ...splitsOf(of).map((value) => ({ value, label: dimension(value) })),
      ]}
    />
  );
}
