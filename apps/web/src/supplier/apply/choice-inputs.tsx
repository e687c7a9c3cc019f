import { Checkbox, Group, NativeSelect, Radio, Stack } from '@mantine/core';
import { useLanguage, useSay } from '../../words/words.js';
import { codesOf, type ChoiceField, type PlainField } from './fields.js';
import type { InputProps } from './field.js';

/** How codes are called by the reader. */
export function useNames({ called }: Pick<ChoiceField, 'called'>): (code: string) => string {
  const say = useSay();
  const language = useLanguage();
  return (code) => ('text' in called ? say(called.text(code)) : called.name(code, language));
}

export function ChoiceInput({ field, form, content, write, ...input }: InputProps<ChoiceField>) {
  const say = useSay();
  const name = useNames(field);
  const { id, label, description, error, onFocus, onBlur } = input;
  const value = (content[field.name] as string | undefined) ?? '';
  return (
    <NativeSelect
      {...{ id, label, description, error, onFocus, onBlur, value }}
      disabled={form.readOnly}
      onChange={({ target }) => write({ [field.name]: target.value || undefined })}
      data={[
        { value: '', label: say('supplier.choose') },
        ...codesOf(field, form.category).map((code) => ({ value: code, label: name(code) })),
      ]}
    />
  );
}

export function ManyInput({ field, form, content, write, ...input }: InputProps<ChoiceField>) {
  const name = useNames(field);
  const { id, label, description, error } = input;
  return (
    <Checkbox.Group
      {...{ id, label, description, error }}
      value={[...((content[field.name] as readonly string[] | undefined) ?? [])]}
      onChange={(codes) => {
        input.onBlur();
        write({ [field.name]: codes.length > 0 ? codes : undefined });
      }}
    >
      <Stack gap={0} mt="xs">
        {codesOf(field, form.category).map((code) => (
          <Checkbox
            key={code}
            value={code}
            label={name(code)}
            disabled={form.readOnly}
            className="big-tick"
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

const ANSWERS = ['yes', 'no'] as const;
export function YesNoInput({ field, form, content, write, ...input }: InputProps<PlainField>) {
  const say = useSay();
  const { id, label, description, error } = input;
  const value = content[field.name];
  return (
    <Radio.Group
      {...{ id, label, description, error }}
      value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
      onChange={(answer) => write({ [field.name]: answer === 'yes' })}
    >
      <Group gap="xl" mt={4}>
        {ANSWERS.map((answer) => (
          <Radio
            key={answer}
            value={answer}
            label={say(`supplier.${answer}`)}
            disabled={form.readOnly}
            className="big-tick"
          />
        ))}
      </Group>
    </Radio.Group>
  );
}

/** Something that somebody declares. */
export function TickInput({ field, form, content, write, ...input }: InputProps<PlainField>) {
  const { id, label, description, error } = input;
  return (
    <Checkbox
      {...{ id, label, description, error }}
      className="big-tick"
      disabled={form.readOnly}
      checked={content[field.name] === true}
      onChange={({ target }) => write({ [field.name]: target.checked || undefined })}
    />
  );
}
