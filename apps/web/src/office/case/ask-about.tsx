import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { useTemplatesFor, type Question, type Questions } from './questions.js';

interface AskAboutProps {
  readonly section: string;
  /** What of it can be asked about by itself. */
  readonly fields: readonly string[];
  readonly questions: Questions;
}
/** Puts a question about a section, or about one of its fields, on the list of what is asked. */
export function AskAbout({ section, fields, questions }: AskAboutProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const [isOpen, setOpen] = useState(false);
  const about = questions.asked.filter(({ item }) => item === section || item.startsWith(`${section}.`));
  const name = capitalised(sayCode('application.section', section));
  return (
    <Stack gap="xs" align="flex-start" className="command-form" data-open={isOpen}>
      <Button
        variant="default"
        aria-expanded={isOpen}
        aria-label={say('office.ask.about-of', { section: name })}
        onClick={() => setOpen(!isOpen)}
      >
        {say('office.ask.about')}
      </Button>
      {about.map(({ item }) => (
        <Text key={item} size="sm">
          {say('office.ask.on-the-list')}{' '}
          {item === section ? say('office.ask.whole') : fieldName(item, sayCode)}
        </Text>
      ))}
      {isOpen && (
        <AskForm
          section={section}
          fields={fields}
          onAdd={(question) => {
            questions.add(question);
            setOpen(false);
          }}
        />
      )}
    </Stack>
  );
}
const fieldName = (item: string, sayCode: (prefix: string, code: string) => string): string =>
  sayCode('application.label', item.slice(item.indexOf('.') + 1));

interface AskFormProps extends Pick<AskAboutProps, 'section' | 'fields'> {
  readonly onAdd: (question: Question) => void;
}
function AskForm({ section, fields, onAdd }: AskFormProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const templates = useTemplatesFor(section);
  const [field, setField] = useState('');
  const [question, setQuestion] = useState('');
  const chosen = templates.find((one) => one.question === question)?.question;
  const item = field ? `${section}.${field}` : section;
  return (
    <>
      <NativeSelect
        label={say('office.ask.what')}
        value={field}
        onChange={({ target }) => setField(target.value)}
        data={[
          { value: '', label: say('office.ask.whole') },
          ...fields.map((one) => ({ value: one, label: sayCode('application.label', one) })),
        ]}
        w="100%"
      />
      <NativeSelect
        label={say('office.ask.question')}
        description={say('office.ask.question-hint')}
        value={question}
        onChange={({ target }) => setQuestion(target.value)}
        data={[
          { value: '', label: say('office.ask.by-note') },
          ...templates.map(({ question: code, words }) => ({ value: code, label: words })),
        ]}
        w="100%"
      />
      <Group>
        <Button onClick={() => onAdd({ item, ...(chosen && { question: chosen }) })}>
          {say('office.ask.add')}
        </Button>
      </Group>
    </>
  );
}
