import type { QualificationView } from '#client';
import { Button, Group, NativeSelect, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useCallback } from 'react';
import { documentsQuery } from '../../server/case-parts.js';
import { Loading } from '../../ui/loading.js';
import { ProblemText } from '../../ui/problem-text.js';
import { Section } from '../../ui/section.js';
import { useForms } from '../../words/forms.js';
import { useLanguage, useSay } from '../../words/words.js';
import { answersQuery, auditQuery } from './queries.js';
import { ReviewIndex } from './review-index.js';
import { ReviewItem } from './review-item.js';
import { answeredItems, SHOWN, stepFrom, type Answered, type Shown } from './review-items.js';
import { useStepKeys } from './use-step-keys.js';

interface Chosen {
  readonly item?: string;
  readonly show?: Shown;
}
interface ReviewAnswersProps {
  readonly of: QualificationView;
  readonly toReturn: readonly string[];
  readonly onMark: (item: string, isMarked: boolean) => void;
}
/** Every answer beside its evidence, one at a time. */
export function ReviewAnswers(props: ReviewAnswersProps) {
  const say = useSay();
  const { id } = props.of;
  const { show = 'all' }: Chosen = useSearch({ strict: false });
  const audit = useQuery(auditQuery(id, useLanguage()));
  const answers = useQuery(answersQuery(id));
  const error = audit.error ?? answers.error;
  return (
    <Section id="answers" title={say('office.review.answers')}>
      {error && <ProblemText error={error} />}
      {audit.data && answers.data ? (
        <Stepper {...props} items={answeredItems(audit.data.checklist, answers.data, show)} />
      ) : (
        !error && <Loading />
      )}
    </Section>
  );
}

/** Which item is looked at; it stays in the address. */
function useChosen(items: readonly Answered[]) {
  const navigate = useNavigate();
  const { item, show = 'all' }: Chosen = useSearch({ strict: false });
  const current = items.find((one) => one.item.id === item) ?? items[0];
  const go = useCallback(
    (next: Chosen) => void navigate({ to: '.', search: next as never, replace: true, resetScroll: false }),
    [navigate],
  );
  return { current, show, go };
}

function Stepper({
  of,
  toReturn,
  onMark,
  items,
}: ReviewAnswersProps & { readonly items: readonly Answered[] }) {
  const say = useSay();
  const { number } = useForms();
  const { current, show, go } = useChosen(items);
  const { data: documents = [] } = useQuery(documentsQuery(of.id));
  const id = current?.item.id;
  const step = useCallback(
    (by: number) => {
      const next = stepFrom(items, id, by);
      if (next) go({ item: next, show });
    },
    [items, id, show, go],
  );
  useStepKeys(step);
  const place = items.findIndex((one) => one === current) + 1;
  return (
    <div className="review-answers">
      <Stack gap="xs">
        <NativeSelect
          label={say('office.review.show')}
          value={show}
          onChange={({ target }) => go({ show: target.value as Shown })}
          data={SHOWN.map((one) => ({ value: one, label: say(`office.review.show.${one}`) }))}
        />
        <ReviewIndex items={items} current={id} onChoose={(item) => go({ item, show })} />
      </Stack>
      <Stack gap="sm">
        <Group gap="xs">
          <Button
            variant="default"
            disabled={place <= 1}
            leftSection={<ChevronLeft aria-hidden size={18} />}
            onClick={() => step(-1)}
          >
            {say('office.review.previous')}
          </Button>
          <Button
            variant="default"
            disabled={place >= items.length}
            rightSection={<ChevronRight aria-hidden size={18} />}
            onClick={() => step(1)}
          >
            {say('office.review.next')}
          </Button>
          <Text size="sm" role="status">
            {say('office.review.place', { place: number(place), all: number(items.length) })}
            <VisuallyHidden>
              {id} {current?.item.question}
            </VisuallyHidden>
          </Text>
          <Text size="sm" c="var(--frame-quiet)" className="only-desk">
            {say('office.review.keys')}
          </Text>
        </Group>
        {current ? (
          <ReviewItem
            key={current.item.id}
            of={of}
            answered={current}
            documents={documents}
            isMarked={toReturn.includes(current.item.id)}
            onMark={(isMarked) => onMark(current.item.id, isMarked)}
          />
        ) : (
          <Text>{say('office.review.none')}</Text>
        )}
      </Stack>
    </div>
  );
}
