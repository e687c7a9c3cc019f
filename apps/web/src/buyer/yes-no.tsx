import { Group, Radio } from '@mantine/core';
import { useSay } from '../words/words.js';
import './buyer.css';

interface YesNoProps {
  readonly label: string;
  readonly value: boolean | undefined;
  readonly error?: string;
  readonly onChange: (value: boolean) => void;
}
/** A question that has to be answered: nothing is chosen before somebody chooses. */
export function YesNo({ label, value, error, onChange }: YesNoProps) {
  const say = useSay();
  return (
    <Radio.Group
      label={label}
      error={error}
      value={value === undefined ? null : value ? 'yes' : 'no'}
      onChange={(answer) => onChange(answer === 'yes')}
    >
      <Group gap="lg" className="choices">
        <Radio value="yes" label={say('buyer.yes')} />
        <Radio value="no" label={say('buyer.no')} />
      </Group>
    </Radio.Group>
  );
}
