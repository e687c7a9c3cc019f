import type { LotSampleView } from '#client';
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Fold } from '../../ui/fold.js';
import { NumberField } from '../fields.js';
import { DEFECT_CLASSES, type DefectClass } from '../pilots/plan-rows.js';
import { Section } from '../section.js';
import { counted, nextUnit, type InspectionDraft } from './live-verdict.js';

interface CounterProps {
  readonly draft: InspectionDraft;
  readonly set: (next: InspectionDraft) => void;
  readonly sample: LotSampleView;
}

/** One unit at a time, with big buttons: what is wrong with it, and on to the next. */
export function Counter({ draft, set, sample }: CounterProps) {
  const say = useSay();
  const { number } = useForms();
  const [hadDefect, setHadDefect] = useState(false);
  const { inspected } = draft;
  const total = sample.units.length;
  const unit = sample.units[inspected];
  const count = (name: DefectClass, by: 1 | -1) => {
    set(counted(draft, name, by));
    setHadDefect(by === 1);
  };
  const next = () => {
    set(nextUnit(draft, hadDefect));
    setHadDefect(false);
  };
  return (
    <Section title={say('buyer.inspect.count')}>
      <Stack gap={4}>
        <Text size="lg" fw={600} role="status">
          {unit === undefined
            ? say('buyer.inspect.all-seen')
            : say('buyer.inspect.unit', { unit: number(unit) })}
        </Text>
        <Text size="sm">
          {say('buyer.inspect.progress', { inspected: number(inspected), total: number(total) })}
        </Text>
        <Progress value={(100 * inspected) / total} aria-label={say('buyer.inspect.count')} />
      </Stack>
      {unit !== undefined && (
        <Button size="lg" fullWidth className="big-button" onClick={next}>
          {say(hadDefect ? 'buyer.inspect.next' : 'buyer.inspect.good')}
        </Button>
      )}
      <div className="class-counters">
        {DEFECT_CLASSES.map((name) => (
          <ClassCounter
            key={name}
            name={name}
            count={draft.found[name]}
            // Beyond its own sample a class is not counted any more.
            isOver={name !== 'critical' && inspected >= sample.classes[name] && total > sample.classes[name]}
            onCount={(by) => count(name, by)}
          />
        ))}
      </div>
      <Correct draft={draft} set={set} total={total} />
    </Section>
  );
}

interface ClassCounterProps {
  readonly name: DefectClass;
  readonly count: number;
  readonly isOver: boolean;
  readonly onCount: (by: 1 | -1) => void;
}
function ClassCounter({ name, count, isOver, onCount }: ClassCounterProps) {
  const say = useSay();
  const { number } = useForms();
  const what = say(`buyer.defect.${name}`);
  return (
    <Group gap="xs" wrap="nowrap" className="class-counter">
      <Button
        variant="default"
        className="big-button"
        disabled={isOver}
        leftSection={<Plus aria-hidden size={20} />}
        aria-label={say('buyer.inspect.more', { what })}
        onClick={() => onCount(1)}
      >
        {what}
      </Button>
      <Text
        size="lg"
        fw={600}
        className="class-count"
        aria-live="polite"
        aria-label={say('buyer.inspect.found', { what, count })}
      >
        {number(count)}
      </Text>
      <Button
        variant="subtle"
        className="big-button"
        disabled={count === 0}
        aria-label={say('buyer.inspect.less', { what })}
        onClick={() => onCount(-1)}
      >
        <Minus aria-hidden size={20} />
      </Button>
      {isOver && <Text size="sm">{say('buyer.inspect.class-over')}</Text>}
    </Group>
  );
}

/** Numbers by hand, for whoever counted on paper or pressed once too often. */
function Correct({ draft, set, total }: Omit<CounterProps, 'sample'> & { readonly total: number }) {
  const say = useSay();
  const { inspected, defectiveUnits } = draft;
  const isCount = (value: number | undefined): value is number =>
    value !== undefined && Number.isInteger(value) && value >= 0;
  return (
    <Fold title={say('buyer.inspect.correct')}>
      <Stack gap="sm">
        <NumberField
          label={say('buyer.inspect.inspected', { total })}
          value={inspected}
          onChange={(value) => isCount(value) && set({ ...draft, inspected: value })}
        />
        <NumberField
          label={say('buyer.inspect.defective')}
          hint={say('buyer.inspect.defective.hint')}
          value={defectiveUnits}
          onChange={(value) => isCount(value) && set({ ...draft, defectiveUnits: value })}
        />
      </Stack>
    </Fold>
  );
}
