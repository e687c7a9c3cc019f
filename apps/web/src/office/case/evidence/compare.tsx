import type { DocumentView } from '#client';
import { NativeSelect, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useForms } from '../../../words/forms.js';
import { useSay } from '../../../words/words.js';

interface CompareProps {
  readonly now: DocumentView;
  readonly earlier: readonly DocumentView[];
  readonly show: (document: DocumentView) => ReactNode;
}
/** A document beside what it replaced. */
export function Compare({ now, earlier, show }: CompareProps) {
  const say = useSay();
  const { moment } = useForms();
  const [chosen, setChosen] = useState(earlier[0]?.id ?? '');
  const before = earlier.find(({ id }) => id === chosen);
  return (
    <div className="side-by-side">
      <Stack gap="xs">
        <NativeSelect
          label={say('office.evidence.before')}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
          data={earlier.map(({ id, fileName, createdAt }) => ({
            value: id,
            label: `${fileName} · ${moment(createdAt)}`,
          }))}
        />
        {before && <div key={before.id}>{show(before)}</div>}
      </Stack>
      <Stack gap="xs">
        <Text fw={600}>{say('office.evidence.now', { name: now.fileName })}</Text>
        {show(now)}
      </Stack>
    </div>
  );
}
