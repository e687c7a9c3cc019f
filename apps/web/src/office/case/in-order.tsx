import { checkSection, uncheckSection } from '#client';
import { Checkbox, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import { ProblemText } from '../../ui/problem-text.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import type { SectionState } from './completeness-section.js';

interface InOrderProps {
  readonly caseId: string;
  readonly section: SectionState;
}
/** An officer's tick: this version of the section was looked at and found in order. */
export function InOrder({ caseId, section: { section, version, check } }: InOrderProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const queries = useQueryClient();
  const path = { id: caseId, section: section as Parameters<typeof checkSection>[0]['path']['section'] };
  const tick = useMutation<unknown, Problem, boolean>({
    mutationFn: (isInOrder) =>
      isInOrder
        ? told(checkSection({ path, headers: { 'If-Match': `"${version}"` } }))
        : told(uncheckSection({ path })),
    // What was written meanwhile is shown as well.
    onSettled: () => queries.invalidateQueries({ queryKey: ['case', caseId] }),
  });
  if (version === 0) return null;
  return (
    <Stack gap="xs">
      <Checkbox
        className="big-tick"
        label={say('office.completeness.in-order')}
        aria-label={say('office.completeness.in-order-of', {
          section: capitalised(sayCode('application.section', section)),
        })}
        checked={tick.isPending ? tick.variables : check?.current === true}
        disabled={tick.isPending}
        onChange={({ target }) => tick.mutate(target.checked)}
      />
      {tick.error && <ProblemText error={tick.error} />}
    </Stack>
  );
}
