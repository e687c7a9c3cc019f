import type { AskCommand, QualificationView } from '#client';
import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { numberTyped } from '../../words/digits.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { COMMAND_FIELDS, commandValues, GRAVE, type CommandField } from './command-fields.js';

const MOST_LETTERS = 4000;
type Subject = Readonly<Record<string, string | number>>;

interface CommandFormProps {
  readonly of: QualificationView;
  readonly type: AskCommand['type'];
  /** What tells this command from others of its type, which check say. */
  readonly subject?: Subject;
  /** What it is about, for who hears only this button. */
  readonly about?: string;
  readonly variant?: 'filled' | 'default' | 'subtle';
  /** What is told without being asked for: which reason, say. */
  readonly given?: Readonly<Record<string, string>>;
  /** Words on the button where the command's own do not do. */
  readonly label?: string;
}

/** A command with all that it wants to be told. It is there only for whom it is allowed. */
export function CommandForm({
  of,
  type,
  subject = {},
  about,
  variant = 'default',
  given = {},
  label,
}: CommandFormProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const { named } = useForms();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isOpen, setOpen] = useState(false);
  const may = allowed(of, type, subject);
  if (!may) return null;
  const fields = (COMMAND_FIELDS[type] ?? []).filter(({ name }) => !(name in given));
  const told = commandValues(fields, typed);
  const words = label ?? sayCode('office.command', type);
  const name = about ? named(words, about) : words;
  const give = (
    <AskButton
      of={of}
      subject={subject}
      command={{ type, ...may.subject, ...given, ...told } as AskCommand}
      question={GRAVE.includes(type) ? say('office.command.sure', { what: words }) : undefined}
      disabled={!told}
      variant={variant}
      aria-label={name}
      onDone={() => setOpen(false)}
    >
      {words}
    </AskButton>
  );
  if (fields.length === 0 || may.blockedBy.length > 0) return give;
  return (
    <Stack gap="xs" align="flex-start" className="command-form" data-open={isOpen}>
      <Button
        variant="default"
        aria-expanded={isOpen}
        aria-label={`${name} …`}
        onClick={() => setOpen(!isOpen)}
      >
        {words} …
      </Button>
      {isOpen && (
        <>
          {fields.map((field) => (
            <Field
              key={field.name}
              of={field}
              value={typed[field.name] ?? ''}
              onChange={(value) => setTyped({ ...typed, [field.name]: value })}
            />
          ))}
          {give}
        </>
      )}
    </Stack>
  );
}

interface FieldProps {
  readonly of: CommandField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}
function Field({ of, value, onChange }: FieldProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const common = {
    label: say(`office.field.${of.name}`),
    required: !of.optional,
    value,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange(target.value),
  };
  if (of.kind === 'note')
    return <Textarea {...common} autosize minRows={2} maxLength={MOST_LETTERS} w="100%" />;
  if (of.kind === 'date') return <TextInput {...common} type="date" />;
  if (of.kind === 'days')
    return (
      <TextInput
        {...common}
        inputMode="numeric"
        onChange={({ target }) => onChange(String(numberTyped(target.value) ?? target.value))}
      />
    );
  return (
    <NativeSelect
      {...common}
      data={[
        { value: '', label: say('office.field.choose') },
        ...(of.codes ?? []).map((code) => ({ value: code, label: sayCode('office.choice', code) })),
      ]}
    />
  );
}
