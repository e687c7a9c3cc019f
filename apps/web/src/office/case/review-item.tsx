import type { DocumentView, QualificationView } from '#client';
import { Checkbox, Group, List, Stack, Text, Title } from '@mantine/core';
import { allowed } from '../../ui/ask-button.js';
import { Mark } from '../../ui/mark.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { documentsFor } from './evidence/editions.js';
import { Evidence } from './evidence/evidence.js';
import type { Answer, Answered, Item } from './review-items.js';

const STANDS: Readonly<Record<string, 'good' | 'attention' | 'stop' | 'open'>> = {
  conform: 'good',
  partial: 'attention',
  nonconform: 'stop',
  'not-verified': 'attention',
};

interface ReviewItemProps {
  readonly of: QualificationView;
  readonly answered: Answered;
  readonly documents: readonly DocumentView[];
  /** Whether the auditor is to look at it once more. */
  readonly isMarked: boolean;
  readonly onMark: (isMarked: boolean) => void;
}
/** One item: what was asked and answered, and beside it what shows it. */
export function ReviewItem({ of, answered: { item, answer }, documents, isMarked, onMark }: ReviewItemProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const named = documents.filter(({ id }) => answer?.evidence?.includes(id));
  const linked = documentsFor(documents, 'answer', item.id).filter((one) => !named.includes(one));
  return (
    <article aria-labelledby={`item-${item.id}`} className="side-by-side">
      <Stack gap="xs">
        <Title order={3} id={`item-${item.id}`}>
          {item.id} · {item.question}
        </Title>
        <Group gap="xs">
          <Mark stands={answer && STANDS[answer.value]}>
            {answer ? say(`office.answer.${answer.value}`) : say('office.review.no-answer')}
          </Mark>
          <Text size="sm">{capitalised(sayCode('names.severity', item.severity))}</Text>
        </Group>
        {answer && <Said of={answer} />}
        {item.credited && <Text>{say('office.review.credited', { scheme: item.credited.scheme })}</Text>}
        {of.renewal?.carried[item.id] && <Text>{say('office.review.carried')}</Text>}
        <Guidance of={item} />
        {allowed(of, 'return-to-auditor') && (
          <Checkbox
            className="big-tick"
            label={say('office.review.mark')}
            checked={isMarked}
            onChange={({ target }) => onMark(target.checked)}
          />
        )}
      </Stack>
      <Stack gap="xs">
        <Title order={4}>{say('office.review.evidence')}</Title>
        <Evidence key={documents.length} documents={[...named, ...linked]} all={documents} isOpen />
        <Missing ids={answer?.evidence ?? []} found={named.length} />
      </Stack>
    </article>
  );
}

/** What the auditor wrote. */
function Said({ of: { note, reason } }: { readonly of: Answer }) {
  const say = useSay();
  return (
    <>
      {reason && (
        <div>
          <Text size="sm" c="var(--frame-quiet)">
            {say('office.review.reason')}
          </Text>
          <Text className="note-text">{reason}</Text>
        </div>
      )}
      {note && (
        <div>
          <Text size="sm" c="var(--frame-quiet)">
            {say('office.review.note')}
          </Text>
          <Text className="note-text">{note}</Text>
        </div>
      )}
    </>
  );
}

function Guidance({ of: { guidance, evidence } }: { readonly of: Item }) {
  const say = useSay();
  return (
    <details>
      <summary className="summary">{say('office.review.guidance')}</summary>
      <Text size="sm">{guidance}</Text>
      <List size="sm">
        {evidence.map((one) => (
          <List.Item key={one}>{one}</List.Item>
        ))}
      </List>
    </details>
  );
}

/** Evidence that the answer names and that never came. */
function Missing({ ids, found }: { readonly ids: readonly string[]; readonly found: number }) {
  const say = useSay();
  if (ids.length === found) return null;
  return <Text size="sm">{say('office.review.not-here', { count: ids.length - found })}</Text>;
}
