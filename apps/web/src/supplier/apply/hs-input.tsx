import { hsLineIn } from '#domain';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { Plus, Search, X } from 'lucide-react';
import { useState } from 'react';
import { latinDigits } from '../../words/digits.js';
import { useSay, useSayCode } from '../../words/words.js';
import type { PlainField } from './fields.js';
import type { InputProps } from './field.js';
import { headingsLike, headingsOf, NAMED_HEADINGS } from './hs-headings.js';
import { wrongWith } from './wrong.js';

/** HS lines of what a firm makes: found by a word of what it is, or typed. Services have none. */
export function HsInput({
  field,
  form,
  content,
  write,
  id,
  label,
  description,
  error,
}: InputProps<PlainField>) {
  const say = useSay();
  const sayCode = useSayCode();
  const [typed, setTyped] = useState('');
  const chosen = (content[field.name] ?? []) as readonly string[];
  const nameOf = (code: string): string => sayCode('supplier.hs', code);
  const headingName = (line: string): string => {
    const heading = line.replaceAll('.', '').slice(0, 4);
    return NAMED_HEADINGS.includes(heading) ? nameOf(heading) : '';
  };
  const found = headingsLike(headingsOf(form.category, nameOf), typed).filter(
    ({ code }) => !chosen.includes(code),
  );
  const code = latinDigits(typed).trim();
  const isNew =
    !wrongWith(field, [code]) && code.length > 4 && hsLineIn(form.category, code) && !chosen.includes(code);
  const set = (next: readonly string[]) => write({ [field.name]: next.length > 0 ? next : undefined });
  const add = (one: string) => {
    set([...chosen, one]);
    setTyped('');
  };
  if (form.category === 'SERVICES') return null;
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Text component="label" htmlFor={id} fw={600}>
        {label}
      </Text>
      {description && <Text size="sm">{description}</Text>}
      {chosen.length > 0 && (
        <ul className="plain-list">
          {chosen.map((one) => (
            <li key={one} className="chosen">
              <Text>
                {one} {headingName(one)}
              </Text>
              {!form.readOnly && (
                <Button
                  variant="subtle"
                  aria-label={say('supplier.hs.remove', { code: one })}
                  onClick={() => set(chosen.filter((other) => other !== one))}
                >
                  <X aria-hidden size={18} />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {error && (
        <Text size="sm" c="red.8" role="alert">
          {error}
        </Text>
      )}
      {!form.readOnly && (
        <>
          <TextInput
            id={id}
            type="search"
            autoComplete="off"
            leftSection={<Search aria-hidden size={18} />}
            placeholder={say('supplier.hs.search')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          {typed.trim() !== '' && (
            <Stack gap={4} role="status">
              {found.map((one) => (
                <Found key={one.code} text={`${one.code} ${one.name}`} onClick={() => add(one.code)} />
              ))}
              {isNew && <Found text={say('supplier.hs.typed', { code })} onClick={() => add(code)} />}
              {found.length === 0 && !isNew && <Text size="sm">{say('supplier.hs.none')}</Text>}
            </Stack>
          )}
        </>
      )}
    </Stack>
  );
}

const Found = ({ text, onClick }: { readonly text: string; readonly onClick: () => void }) => (
  <Group>
    <Button
      variant="default"
      className="wraps"
      fullWidth
      justify="flex-start"
      leftSection={<Plus aria-hidden size={18} />}
      onClick={onClick}
    >
      {text}
    </Button>
  </Group>
);
