import { Group, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ChevronRight, Circle, CircleCheck } from 'lucide-react';
import { useSay } from '../../words/words.js';
import './apply.css';
import type { Step } from './steps.js';

interface StepRowProps {
  readonly caseId: string;
  readonly step: Step;
  readonly name: string;
  /** How many fields are missing; undefined where nothing is counted. */
  readonly gaps?: number;
  /** Said instead of what is missing. */
  readonly state?: string;
  readonly done?: boolean;
}
/** One step as a row that leads to it: done, or what is left of it. */
export function StepRow({ caseId, step, name, gaps, state, done = gaps === 0 }: StepRowProps) {
  const say = useSay();
  const Icon = done ? CircleCheck : Circle;
  const left =
    state ??
    (gaps === undefined
      ? undefined
      : gaps === 0
        ? say('supplier.apply.done')
        : say('supplier.apply.missing', { count: gaps, minutes: step.minutes }));
  return (
    <Link to="/qualifications/$id/apply/$step" params={{ id: caseId, step: step.id }} className="row-link">
      <Paper withBorder p="md">
        <Group wrap="nowrap" gap="sm">
          <Icon aria-hidden size={22} className={done ? 'done-icon' : 'quiet-icon'} />
          <div className="grows">
            <Text fw={600}>{name}</Text>
            {left && <Text size="sm">{left}</Text>}
          </div>
          <ChevronRight aria-hidden size={20} className="quiet-icon" />
        </Group>
      </Paper>
    </Link>
  );
}
