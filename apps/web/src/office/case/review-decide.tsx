import type { QualificationView, ReviewView } from '#client';
import { CHECK_KINDS } from '#domain';
import { Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { AskButton } from '../../ui/ask-button.js';
import { Due } from '../../ui/due.js';
import { useItemWords } from '../../ui/item-words.js';
import { Mark } from '../../ui/mark.js';
import { Section } from '../../ui/section.js';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { CommandForm } from './command-form.js';

type Decision = ReviewView['decisions'][number];
const STANDS = { critical: 'stop', major: 'attention', minor: 'open' } as const;

interface DraftedActionsProps {
  readonly of: QualificationView;
  readonly actions: ReviewView['correctiveActions'];
}
/** What the supplier would have to put right, and until when, if that is decided now. */
export function DraftedActions({ of, actions }: DraftedActionsProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const words = useItemWords(of.id);
  if (actions.length === 0) return null;
  return (
    <Section id="drafted" title={say('office.review.drafted')}>
      <Text>{say('office.review.drafted-how')}</Text>
      <ul className="plain-list">
        {actions.map(({ id, severity, dueAt }) => (
          <li key={id}>
            <Group gap="xs">
              <Mark stands={STANDS[severity]}>{capitalised(sayCode('names.severity', severity))}</Mark>
              <Text>
                {id} · {words(id).question}
              </Text>
            </Group>
            <Due at={dueAt} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface ReviewDecideProps {
  readonly of: QualificationView;
  readonly review: ReviewView;
  /** Items that the auditor is to look at once more. */
  readonly toReturn: readonly string[];
}
/** What may be decided on the assessment, what the score asks for, and what stands in the way of the rest. */
export function ReviewDecide({ of, review, toReturn }: ReviewDecideProps) {
  const say = useSay();
  const { number } = useForms();
  const sorted = review.decisions.toSorted(
    (one, other) => Number(other.fits) - Number(one.fits) || one.refusals.length - other.refusals.length,
  );
  if (of.substate !== 'review')
    return (
      <Section id="decide" title={say('office.review.decide')}>
        <Text>{say('office.review.not-now')}</Text>
      </Section>
    );
  return (
    <Section id="decide" title={say('office.review.decide')}>
      <ul className="plain-list">
        {sorted.map((decision) => (
          <li key={`${decision.type} ${decision.reason ?? ''}`}>
            <One of={of} decision={decision} toReturn={toReturn} />
          </li>
        ))}
      </ul>
      <Text size="sm">
        {say('office.review.returns', {
          used: number(review.returns.used),
          most: number(review.returns.most),
        })}
      </Text>
      <Group align="flex-start">
        <CommandForm of={of} type="confirm-rejection" />
        <CommandForm of={of} type="dismiss-rejection" />
      </Group>
    </Section>
  );
}

interface OneProps extends Pick<ReviewDecideProps, 'of' | 'toReturn'> {
  readonly decision: Decision;
}
function One({ of, decision: { type, reason, fits, refusals }, toReturn }: OneProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const { named } = useForms();
  const name = sayCode('office.command', type);
  const title = reason ? named(name, sayCode('office.choice', reason)) : name;
  // A button names itself: a heading above would say the same once more.
  const isOffered = refusals.length === 0 && type !== 'return-to-auditor';
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        {(!isOffered || fits) && (
          <Group gap="xs">
            {!isOffered && <Title order={3}>{title}</Title>}
            {fits && <Mark stands="good">{say('office.review.fits')}</Mark>}
          </Group>
        )}
        {refusals.length > 0 ? (
          <Refusals of={refusals} />
        ) : type === 'return-to-auditor' ? (
          <Return of={of} items={toReturn} />
        ) : (
          <CommandForm
            of={of}
            type={type}
            {...(reason && { given: { reason } })}
            label={title}
            variant={fits ? 'filled' : 'default'}
          />
        )}
      </Stack>
    </Paper>
  );
}

/** What stands in the way, in words, with the items that it is about. */
function Refusals({ of }: { readonly of: Decision['refusals'] }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { aside, list } = useForms();
  const nameOf = (item: string): string =>
    CHECK_KINDS.some((kind) => kind === item) ? sayCode('names.check', item) : item;
  return (
    <div>
      <Text size="sm">{say('office.review.in-the-way')}</Text>
      <List size="sm">
        {of.map(({ code, items, words }) => (
          <List.Item key={code}>{items.length > 0 ? aside(words, list(items.map(nameOf))) : words}</List.Item>
        ))}
      </List>
    </div>
  );
}

function Return({ of, items }: { readonly of: QualificationView; readonly items: readonly string[] }) {
  const say = useSay();
  const { list } = useForms();
  if (items.length === 0) return <Text size="sm">{say('office.review.return-how')}</Text>;
  return (
    <>
      <Text size="sm">{list(items)}</Text>
      <AskButton
        of={of}
        command={{ type: 'return-to-auditor', items: [...items] }}
        question={say('office.review.return-sure', { count: items.length })}
        variant="default"
      >
        {say('office.review.return', { count: items.length })}
      </AskButton>
    </>
  );
}
