import type { InputCategory } from '#domain';
import { useRef, useState } from 'react';
import { useSay, useSayIfAny } from '../../words/words.js';
import type { Content, Field } from './fields.js';
import '../supplier.css';
import { ChoiceInput, ManyInput, TickInput, YesNoInput } from './choice-inputs.js';
import { EntriesInput } from './entries-input.js';
import { HsInput } from './hs-input.js';
import { PlaceInput } from './place-input.js';
import { ListInput, NumberInput, TextInput } from './text-inputs.js';
import type { Wrong } from './wrong.js';

/** What is wrong is said a moment after a field is left: it moves what stands below, and whoever is tapping there must not miss it. */
const AFTER_TAP_MS = 250;

/** What a field needs to know of the form that it stands in. */
export interface FieldContext {
  readonly caseId: string;
  readonly category: InputCategory;
  /** Begins the ids of its texts: the section. */
  readonly section: string;
  readonly readOnly: boolean;
  /** Names of fields without which the application is not complete. */
  readonly wanted: readonly string[];
  readonly wrongs: readonly Wrong[];
}
export interface FieldProps {
  readonly field: Field;
  readonly form: FieldContext;
  /** Where it stands: `#/legalName`, `#/owners/0/name`. */
  readonly pointer: string;
  readonly content: Content;
  readonly write: (change: Content) => void;
}

/** What every input is given: its name in words, its hint, and what is wrong with it. */
export interface InputProps<F extends Field = Field> extends FieldProps {
  readonly field: F;
  readonly id: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly error: string | undefined;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** The id of a field in the page, by which a list of what is missing leads to it. */
export const fieldId = (section: string, pointer: string): string =>
  `f-${section}${pointer.slice(1).replaceAll('/', '-')}`;

function useError(
  { wrongs }: FieldContext,
  pointer: string,
  looking: boolean,
  left: boolean,
): string | undefined {
  const say = useSay();
  const wrong = wrongs.find((one) => one.pointer === pointer);
  if (!wrong || looking || (wrong.code === 'needed' && !left)) return undefined;
  return say(`supplier.wrong.${wrong.code}`, wrong.values);
}

/** One field with its name, its hint, and what is wrong with it once somebody has left it. */
export function FormField(props: FieldProps) {
  const say = useSay();
  const sayIfAny = useSayIfAny();
  const [looking, setLooking] = useState(false);
  const [left, setLeft] = useState(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { field, form, pointer } = props;
  const { section, wanted } = form;
  const name = say(`supplier.field.${section}.${field.name}`);
  const needed = field.needed === true || wanted.includes(field.name);
  const input = {
    ...props,
    id: fieldId(section, pointer),
    label: needed || field.kind === 'tick' ? name : say('supplier.field.optional', { name }),
    description: sayIfAny(`supplier.hint.${section}.${field.name}`),
    error: useError(form, pointer, looking, left),
    onFocus: () => {
      clearTimeout(leaving.current);
      setLooking(true);
    },
    onBlur: () => {
      leaving.current = setTimeout(() => {
        setLooking(false);
        setLeft(true);
      }, AFTER_TAP_MS);
    },
  };
  switch (field.kind) {
    case 'choice':
      return <ChoiceInput {...input} field={field} />;
    case 'many':
      return <ManyInput {...input} field={field} />;
    case 'yes-no':
      return <YesNoInput {...input} field={field} />;
    case 'tick':
      return <TickInput {...input} field={field} />;
    case 'number':
      return <NumberInput {...input} field={field} />;
    case 'list':
      return <ListInput {...input} field={field} />;
    case 'entries':
      return <EntriesInput {...input} field={field} />;
    case 'hs':
      return <HsInput {...input} field={field} />;
    case 'place':
      return <PlaceInput {...input} field={field} />;
    default:
      return <TextInput {...input} field={field} />;
  }
}
