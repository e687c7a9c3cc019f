import { reviewItemText } from '#client';
import type { ChecklistItem, ItemText } from '#domain';
import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { told } from '../../server/told.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { usePeople } from '../people.js';
import { useVersionAct, type Version } from './version-data.js';

type Words = Pick<ItemText, 'question' | 'guidance' | 'evidence'>;

interface WordsFieldsProps {
  readonly language: 'en' | 'km' | 'zh';
  readonly value: Words;
  readonly onChange: (value: Words) => void;
}
/** What an auditor reads in one language. */
export function WordsFields({ language, value, onChange }: WordsFieldsProps) {
  const say = useSay();
  return (
    <Stack gap="sm" lang={language}>
      <Textarea
        label={say('office.schemes.field.question')}
        value={value.question}
        onChange={({ target }) => onChange({ ...value, question: target.value })}
      />
      <Textarea
        label={say('office.schemes.field.guidance')}
        value={value.guidance}
        onChange={({ target }) => onChange({ ...value, guidance: target.value })}
      />
      <LinesField
        label={say('office.schemes.field.evidence')}
        hint={say('office.schemes.lines.hint')}
        value={value.evidence}
        onChange={(evidence) => onChange({ ...value, evidence })}
      />
    </Stack>
  );
}

interface LinesFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}
/** A list, one entry a line; what is typed stays as it is while it says the same. */
export function LinesField({ label, hint, value, onChange }: LinesFieldProps) {
  const [typed, setTyped] = useState(value.join('\n'));
  const lines = (text: string): readonly string[] =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const isSame = lines(typed).join('\n') === value.join('\n');
  return (
    <Textarea
      label={label}
      description={hint}
      value={isSame ? typed : value.join('\n')}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(lines(target.value));
      }}
    />
  );
}

interface ReviewedProps {
  readonly of: Version;
  readonly item: ChecklistItem;
  readonly language: 'km' | 'zh';
  /** False while something is written that is not saved: what is reviewed is what is kept. */
  readonly isSaved: boolean;
}
/** Whether somebody who speaks the language has found the words right, and the button to say so. */
export function Reviewed({ of, item, language, isSaved }: ReviewedProps) {
  const say = useSay();
  const { day } = useForms();
  const text = item.texts?.[language];
  const called = usePeople(text?.reviewedBy);
  const review = useVersionAct<void>(of, ({ path, headers }) =>
    told(reviewItemText({ path: { ...path, item: item.id, language }, headers })),
  );
  if (!text) return <Text size="sm">{say('office.schemes.words.none')}</Text>;
  if (text.status === 'reviewed')
    return (
      <Text size="sm">
        {say('office.schemes.words.reviewed', {
          who: called(text.reviewedBy ?? ''),
          day: text.reviewedOn ? day(text.reviewedOn) : '',
        })}
      </Text>
    );
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{say('office.schemes.words.draft')}</Text>
      {isSaved && of.status === 'draft' && (
        <Button variant="default" loading={review.isPending} onClick={() => review.mutate()}>
          {say('office.schemes.words.right')}
        </Button>
      )}
      {review.error && <ProblemText error={review.error} />}
    </Stack>
  );
}
