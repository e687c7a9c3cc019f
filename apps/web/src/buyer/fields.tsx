import { Checkbox, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { latinDigits, numberTyped } from '../words/digits.js';
import { useSay } from '../words/words.js';
import { MARKETS, useNames } from './names.js';

interface FieldProps<T> {
  readonly label: string;
  readonly hint?: string;
  /** Why what stands there cannot stay. */
  readonly error?: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly required?: boolean;
}

/** A number, in the digits of any of our languages; nothing while what was typed is none. */
export function NumberField({
  label,
  hint,
  error,
  value,
  onChange,
  required,
}: FieldProps<number | undefined>) {
  const say = useSay();
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  // What was typed stays as it was, as long as it says what stands there.
  const text = numberTyped(typed) === value ? typed : value === undefined ? typed : String(value);
  const isNone = text.trim() !== '' && numberTyped(text) === undefined;
  return (
    <TextInput
      label={label}
      description={hint}
      inputMode="decimal"
      value={text}
      error={isNone ? say('buyer.field.no-number') : error}
      required={required}
      withAsterisk={false}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(numberTyped(target.value));
      }}
    />
  );
}

/** A local date. */
export const DateField = ({
  label,
  hint,
  error,
  value,
  onChange,
  required,
}: FieldProps<string | undefined>) => (
  <TextInput
    type="date"
    label={label}
    description={hint}
    error={error}
    value={value ?? ''}
    required={required}
    withAsterisk={false}
    onChange={({ target }) => onChange(target.value || undefined)}
  />
);

/** Parts of a text, each of which may be several lines or words. */
interface ListFieldProps extends FieldProps<readonly string[]> {
  /** Between two entries. */
  readonly between: RegExp;
  readonly join: string;
  readonly lines?: number;
}
/** A list that is typed as one text. */
export function ListField({ label, hint, error, value, onChange, between, join, lines }: ListFieldProps) {
  const [typed, setTyped] = useState(value.join(join));
  const split = (text: string): string[] => [
    ...new Set(
      text
        .split(between)
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ];
  const isSame = split(typed).join('\n') === value.join('\n');
  const change = (text: string) => {
    setTyped(text);
    onChange(split(text));
  };
  const props = { label, description: hint, error, value: isSame ? typed : value.join(join) };
  return lines ? (
    <Textarea {...props} minRows={lines} onChange={({ target }) => change(target.value)} />
  ) : (
    <TextInput {...props} onChange={({ target }) => change(latinDigits(target.value))} />
  );
}

/** HS codes, as many as there are. */
export const HsField = (props: FieldProps<readonly string[]>) => (
  <ListField {...props} between={/[\s,;]+/} join=", " />
);

/** Markets: those that everybody knows, and those that stand there already. */
export function MarketsField({ label, hint, error, value, onChange }: FieldProps<readonly string[]>) {
  const { market } = useNames();
  const all = [...new Set([...MARKETS, ...value])];
  return (
    <Checkbox.Group label={label} description={hint} error={error} value={[...value]} onChange={onChange}>
      <Group gap="md" className="choices">
        {all.map((code) => (
          <Checkbox key={code} value={code} label={market(code)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
