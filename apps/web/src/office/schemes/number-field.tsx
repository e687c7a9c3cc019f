import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { numberTyped } from '../../words/digits.js';

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** NaN while what is typed is no number. */
  readonly value: number;
  readonly error?: string | undefined;
  readonly onChange: (value: number) => void;
}
const written = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '' : String(value);

/** A number in digits of any of our languages; what is typed stays as it is while it says the same. */
export const NumberField = ({ onChange, ...rest }: NumberFieldProps) => (
  <Field {...rest} onChange={(value) => onChange(value ?? NaN)} />
);

interface MaybeNumberFieldProps extends Omit<NumberFieldProps, 'value' | 'onChange'> {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}
/** A number that may be left out. */
export const MaybeNumberField = (props: MaybeNumberFieldProps) => <Field {...props} />;

function Field({ label, hint, value, error, onChange }: MaybeNumberFieldProps) {
  const [typed, setTyped] = useState(written(value));
  const read = (text: string): number | undefined => (text.trim() ? (numberTyped(text) ?? NaN) : undefined);
  const isSaid = Object.is(read(typed) ?? NaN, value ?? NaN);
  return (
    <TextInput
      label={label}
      description={hint}
      inputMode="decimal"
      value={isSaid ? typed : written(value)}
      error={error}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(read(target.value));
      }}
    />
  );
}

/** Far from what anybody writes: what counting in parts of two leaves behind. */
const DIGITS = 1e6;
/** A share from 0 to 1, written in per cent. */
export const ShareField = ({ value, onChange, ...rest }: NumberFieldProps) => (
  <NumberField
    {...rest}
    value={Math.round(value * 100 * DIGITS) / DIGITS}
    onChange={(percent) => onChange(percent / 100)}
  />
);
