import { lotPlan, type AqlDefault, type InputCategory } from '#domain';
import { Text } from '@mantine/core';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';

const UNITS_OF_A_LOT = 1200;

interface LotExampleProps {
  readonly category: InputCategory;
  readonly terms: AqlDefault;
}
/** What terms come to for a lot of usual size. */
export function LotExample({ category, terms }: LotExampleProps) {
  const say = useSay();
  const { number } = useForms();
  const { inspect, major, minor } = lotPlan(category, UNITS_OF_A_LOT, 'normal', terms);
  return (
    <Text size="sm" role="status">
      {say('office.schemes.lot.example', {
        ...{ lot: number(UNITS_OF_A_LOT), inspected: number(inspect) },
        ...{ major: number(major.ac), minor: number(minor.ac) },
      })}
    </Text>
  );
}
