import { Textarea, TextInput as Input } from '@mantine/core';
import { useState } from 'react';
import { latinDigits, numberTyped } from '../../words/digits.js';
import type { FormattedField, ListField, NumberField, TextField } from './fields.js';
import type { InputProps } from './field.js';

/** What the browser offers for each: its keyboard, and what it knows of the person. */
const HELP = {
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email' },
  url: { type: 'text', inputMode: 'url', autoComplete: 'url' },
  date: { type: 'date' },
  month: { type: 'month' },
  code: { type: 'text' },
  text: { type: 'text' },
} as const;

const common = <P extends InputProps>({ id, label, description, error, onFocus, onBlur, form }: P) => ({
  ...{ id, label, description, error, onFocus, onBlur },
  readOnly: form.readOnly,
  variant: form.readOnly ? 'filled' : undefined,
});
const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Digits of numbers and codes are kept as everybody reads them, whatever keyboard they came from. */
export function TextInput(props: InputProps<TextField | FormattedField>) {
  const { field, content, write } = props;
  const keep = field.kind !== 'text' || field.onPaper ? latinDigits : (text: string) => text;
  const rows = field.kind === 'text' ? field.rows : undefined;
  const given = {
    ...common(props),
    value: shown(content[field.name]),
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      write({ [field.name]: keep(target.value) }),
  };
  if (rows) return <Textarea {...given} minRows={rows} autosize />;
  const autoComplete = field.kind === 'text' ? (field.autoComplete ?? 'off') : undefined;
  return <Input {...HELP[field.kind]} {...(autoComplete && { autoComplete })} {...given} />;
}

/** A number typed with digits of any of our languages. What is none yet stays as it was typed. */
export function NumberInput(props: InputProps<NumberField>) {
  const { field, content, write } = props;
  const value = content[field.name];
  const [typed, setTyped] = useState<string>();
  // What was typed is shown while it means the value: `1,200` and `១២០០` stay as they are.
  const current =
    typed !== undefined && (numberTyped(typed) ?? typed) === (value ?? '') ? typed : shown(value);
  return (
    <Input
      {...common(props)}
      inputMode={field.whole ? 'numeric' : 'decimal'}
      autoComplete="off"
      value={current}
      onChange={({ target }) => {
        setTyped(target.value);
        write({ [field.name]: numberTyped(target.value) ?? target.value });
      }}
    />
  );
}

const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];
/** Several things, one in each line. */
export function ListInput(props: InputProps<ListField>) {
  const { field, content, write } = props;
  const lines = (content[field.name] ?? []) as readonly string[];
  const [typed, setTyped] = useState<string>();
  const same = typed !== undefined && linesOf(typed).join('\n') === lines.join('\n');
  return (
    <Textarea
      {...common(props)}
      minRows={2}
      autosize
      value={same ? typed : lines.join('\n')}
      onChange={({ target }) => {
        setTyped(target.value);
        const next = linesOf(target.value);
        write({ [field.name]: next.length > 0 ? next : undefined });
      }}
    />
  );
}
