import type { CompletenessView, QualificationView } from '#client';
import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { Section } from '../../ui/section.js';
import { useForms } from '../../words/forms.js';
import { LANGUAGES, type Language } from '../../words/languages.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { CommandForm } from './command-form.js';
import { useTemplates, type Question, type Questions } from './questions.js';

interface CompletenessEndProps {
  readonly of: QualificationView;
  readonly questions: Questions;
  readonly loops: CompletenessView['informationLoops'];
  /** Sections that nobody found in order yet. */
  readonly left: number;
}
/** How the look at an application ends: it is complete, something is asked, or it is refused. */
export function CompletenessEnd({ of, questions, loops, left }: CompletenessEndProps) {
  const say = useSay();
  const { number } = useForms();
  const mayAsk = allowed(of, 'request-information');
  const mayEnd = ['accept-application', 'propose-rejection', 'confirm-rejection', 'dismiss-rejection'].some(
    (type) => allowed(of, type as 'accept-application'),
  );
  if (!mayAsk && !mayEnd) return null;
  return (
    <>
      {mayAsk && (
        <Section id="ask" title={say('office.ask.title')}>
          <Text size="sm">
            {say('office.ask.loops', { used: number(loops.used), most: number(loops.most) })}
          </Text>
          <AskList of={of} questions={questions} />
        </Section>
      )}
      <Section id="end" title={say('office.completeness.end')}>
        {left > 0 && allowed(of, 'accept-application') && (
          <Text>{say('office.completeness.left', { count: left })}</Text>
        )}
        <Group align="flex-start">
          <CommandForm of={of} type="accept-application" variant="filled" />
          {of.stage === 'application' && <CommandForm of={of} type="propose-rejection" />}
          <CommandForm of={of} type="confirm-rejection" />
          <CommandForm of={of} type="dismiss-rejection" />
        </Group>
        {of.substate === 'submitted' && <Text size="sm">{say('office.completeness.refuse-later')}</Text>}
      </Section>
    </>
  );
}

/** All that is to be asked, as the supplier will read it, and the way to ask it. */
function AskList({ of, questions }: Pick<CompletenessEndProps, 'of' | 'questions'>) {
  const say = useSay();
  const { asked, note } = questions;
  if (asked.length === 0) return <Text>{say('office.ask.nothing')}</Text>;
  const coded = asked.flatMap(({ item, question }) => (question ? [{ item, question }] : []));
  const wantsNote = coded.length < asked.length && note.trim() === '';
  return (
    <Stack gap="sm">
      <ul className="plain-list">
        {asked.map((one) => (
          <li key={one.item}>
            <Asked of={one} onDrop={() => questions.drop(one.item)} />
          </li>
        ))}
      </ul>
      <Textarea
        label={say('office.ask.note')}
        description={say(wantsNote ? 'office.ask.note-wanted' : 'office.ask.note-hint')}
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={({ target }) => questions.write(target.value)}
      />
      <AskButton
        of={of}
        command={{
          type: 'request-information',
          items: asked.map(({ item }) => item),
          questions: coded,
          ...(note.trim() && { note: note.trim() }),
        }}
        disabled={wantsNote}
        onDone={questions.clear}
      >
        {say('office.ask.send', { count: asked.length })}
      </AskButton>
    </Stack>
  );
}

interface AskedProps {
  readonly of: Question;
  readonly onDrop: () => void;
}
function Asked({ of: { item, question }, onDrop }: AskedProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const [section = '', field] = item.split('.');
  const place = [
    capitalised(sayCode('application.section', section)),
    field ? sayCode('application.label', field) : say('office.ask.whole'),
  ].join(' · ');
  return (
    <Paper withBorder p="sm">
      <Stack gap={4}>
        <Text fw={600}>{place}</Text>
        {question ? (
          LANGUAGES.map((language) => <Words key={language} of={question} language={language} />)
        ) : (
          <Text>{say('office.ask.by-note')}</Text>
        )}
        <Group>
          <Button variant="subtle" aria-label={say('office.ask.drop-of', { what: place })} onClick={onDrop}>
            {say('office.ask.drop')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
function Words({ of, language }: { readonly of: Question['question']; readonly language: Language }) {
  const words = useTemplates(language).find(({ question }) => question === of)?.words;
  return words ? (
    <Text size="sm" lang={language}>
      {words}
    </Text>
  ) : null;
}
