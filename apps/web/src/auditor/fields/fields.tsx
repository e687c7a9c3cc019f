import { Button, Group, NativeSelect, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { MapPin } from 'lucide-react';
import { useEffect, useState, type ComponentType } from 'react';
import { numberTyped } from '../../words/digits.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { Choice } from '../choice.js';
import { findHere, type Here } from '../here.js';
import type { Content, Field, FieldKind, FieldOf } from './field.js';
import { Signature } from './signature.js';

export interface FieldProps<K extends FieldKind> {
  readonly of: FieldOf<K>;
  readonly label: string;
  readonly content: Content;
  readonly closed: boolean;
  /** Ids on the page begin so. */
  readonly form: string;
  readonly onWrite: (changes: Content, atOnce?: boolean) => void;
}

/** More than so many choices are a list to open. */
const MOST_BUTTONS = 5;
function ChoiceField({ of, label, content, closed, form, onWrite }: FieldProps<'choice'>) {
  const sayCode = useSayCode();
  const say = useSay();
  const options = of.options.map((value) => ({ value, label: sayCode(`auditor.option.${of.name}`, value) }));
  if (options.length > MOST_BUTTONS)
    return (
      <NativeSelect
        label={label}
        required={of.required}
        disabled={closed}
        value={(content[of.name] as string | undefined) ?? ''}
        onChange={({ target }) => onWrite({ [of.name]: target.value }, true)}
        data={[{ value: '', label: say('auditor.field.choose') }, ...options]}
      />
    );
  return (
    <Choice
      name={`${form}-${of.name}`}
      legend={label}
      disabled={closed}
      value={content[of.name] as string | undefined}
      onChoose={(value) => onWrite({ [of.name]: value }, true)}
      options={options}
    />
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: unknown;
  readonly closed: boolean;
  readonly required?: boolean | undefined;
  readonly fits: (value: number) => boolean;
  readonly onWrite: (value: number | undefined) => void;
  readonly hidden?: boolean;
}
/** A number with digits of any keyboard. What is none stays in the field, and says so, until it is one. */
function NumberInput({ label, value, closed, required, fits, onWrite, hidden }: NumberProps) {
  const say = useSay();
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const typed = numberTyped(text);
  useEffect(() => {
    if (typeof value === 'number' && value !== typed) setText(String(value));
  }, [value]);
  const wrong = text.trim() !== '' && (typed === undefined || !fits(typed));
  const write = (next: string) => {
    setText(next);
    const number = numberTyped(next);
    if (number === undefined ? next.trim() === '' : fits(number)) onWrite(number);
  };
  return (
    <TextInput
      {...(hidden ? { 'aria-label': label } : { label })}
      inputMode="decimal"
      required={required}
      value={text}
      disabled={closed}
      error={wrong ? say('auditor.field.not-a-number') : undefined}
      onChange={({ target }) => write(target.value)}
    />
  );
}

function NumberField({ of, label, content, closed, onWrite }: FieldProps<'number'>) {
  const { least = 0, most = 100_000_000, whole = false } = of;
  const fits = (value: number) => value >= least && value <= most && (!whole || Number.isInteger(value));
  return (
    <NumberInput
      {...{ label, closed, fits, required: of.required }}
      value={content[of.name]}
      onWrite={(value) => onWrite({ [of.name]: value })}
    />
  );
}

function TableField({ of, content, closed, onWrite }: FieldProps<'table'>) {
  const sayCode = useSayCode();
  const say = useSay();
  return (
    <table className="plain-table">
      <caption>{say('auditor.field.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('auditor.field.row')}</th>
          <th scope="col">{say('auditor.field.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {of.rows.map((name) => (
          <tr key={name}>
            <th scope="row">{sayCode('application.label', name)}</th>
            <td>
              <NumberInput
                hidden
                label={sayCode('application.label', name)}
                value={content[name]}
                closed={closed}
                fits={(value) => value >= 0 && value <= 100_000_000}
                onWrite={(value) => onWrite({ [name]: value })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TextField({ of, label, content, closed, onWrite }: FieldProps<'text'>) {
  const Input = of.long ? Textarea : TextInput;
  return (
    <Input
      label={label}
      required={of.required}
      value={(content[of.name] as string | undefined) ?? ''}
      disabled={closed}
      maxLength={of.most}
      onChange={({ target }: { target: { value: string } }) => onWrite({ [of.name]: target.value })}
    />
  );
}

const MonthField = ({ of, label, content, closed, onWrite }: FieldProps<'month'>) => (
  <TextInput
    type="month"
    placeholder="2026-10"
    label={label}
    required={of.required}
    value={(content[of.name] as string | undefined) ?? ''}
    disabled={closed}
    onChange={({ target }) => onWrite({ [of.name]: target.value })}
  />
);

/** When it was: now, by one tap; the clock of the device says it. */
function MomentField({ of, label, content, closed, onWrite }: FieldProps<'moment'>) {
  const say = useSay();
  const { moment } = useForms();
  const at = content[of.name] as string | undefined;
  return (
    <Stack gap={4} align="flex-start">
      <Text fw={600}>{label}</Text>
      <Text>{at ? moment(at) : say('auditor.field.not-yet')}</Text>
      {!closed && (
        <Button
          variant="default"
          onClick={() => onWrite({ [of.name]: new Date().toISOString() }, true)}
          aria-label={say('auditor.field.now-for', { label })}
        >
          {say('auditor.field.now')}
        </Button>
      )}
    </Stack>
  );
}

/** Where it was: where the device is, by one tap. */
function PlaceField({ of, label, content, closed, onWrite }: FieldProps<'place'>) {
  const say = useSay();
  const { number } = useForms();
  const [failed, setFailed] = useState(false);
  const spot = content[of.name] as Here | undefined;
  const take = () =>
    findHere().then(
      (here) => (setFailed(false), onWrite({ [of.name]: here }, true)),
      () => setFailed(true),
    );
  return (
    <Stack gap={4} align="flex-start">
      <Text fw={600}>{label}</Text>
      <Text>
        {spot
          ? say('auditor.field.spot', {
              latitude: spot.latitude.toFixed(5),
              longitude: spot.longitude.toFixed(5),
              metres: number(spot.accuracyM),
            })
          : say('auditor.field.not-yet')}
      </Text>
      {failed && (
        <Text size="sm" c="red.8" role="alert">
          {say('auditor.field.no-spot')}
        </Text>
      )}
      {!closed && (
        <Group>
          <Button
            variant="default"
            leftSection={<MapPin aria-hidden size={18} />}
            onClick={() => void take()}
            aria-label={say('auditor.field.here-for', { label })}
          >
            {say('auditor.field.here')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

const SignatureField = ({ of, label, content, closed, onWrite }: FieldProps<'signature'>) => (
  <Signature
    label={label}
    value={content[of.name] as string | undefined}
    closed={closed}
    onWrite={(path) => onWrite({ [of.name]: path }, true)}
  />
);

const FIELDS: { readonly [K in FieldKind]: ComponentType<FieldProps<K>> } = {
  choice: ChoiceField,
  number: NumberField,
  text: TextField,
  month: MonthField,
  moment: MomentField,
  place: PlaceField,
  signature: SignatureField,
  table: TableField,
};
/** The component for a field, whatever kind it is. */
export const componentOf = (field: Field): ComponentType<FieldProps<never>> =>
  FIELDS[field.kind] as unknown as ComponentType<FieldProps<never>>;
