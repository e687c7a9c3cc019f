import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useSay } from '../../words/words.js';
import { newEntryOf, withEntry, withoutEntry } from './entries.js';
import type { Content, EntriesField } from './fields.js';
import { FormField, type InputProps } from './field.js';
import { EntryPhoto } from './entry-photo.js';

/** A list of things of one kind, each with fields of its own: owners, certificates, policies. */
export function EntriesInput({
  field,
  form,
  pointer,
  content,
  write,
  label,
  description,
  error,
}: InputProps<EntriesField>) {
  const say = useSay();
  const list = content[field.name] as readonly Content[] | undefined;
  const entries = list ?? [];
  const set = (next: readonly Content[] | undefined) => write({ [field.name]: next });
  const texts = `supplier.entries.${form.section}`;
  return (
    <Stack role="group" aria-label={label}>
      {description && <Text size="sm">{description}</Text>}
      {entries.map((entry, nth) => (
        <Paper key={String(entry['id'] ?? nth)} withBorder p="md" component="fieldset" className="entry">
          <Text component="legend" fw={600}>
            {say(`${texts}.one`, { nth: nth + 1 })}
          </Text>
          <Stack>
            {field.of.map((one) => (
              <FormField
                key={one.name}
                field={one}
                form={{ ...form, wanted: [] }}
                pointer={`${pointer}/${nth}/${one.name}`}
                content={entry}
                write={(change) => set(withEntry(entries, nth, change))}
              />
            ))}
            <EntryPhoto form={form} entry={entry} />
            {!form.readOnly && (
              <Button
                variant="subtle"
                color="red"
                leftSection={<Trash2 aria-hidden size={18} />}
                onClick={() => set(withoutEntry(entries, nth))}
              >
                {say(`${texts}.remove`, { nth: nth + 1 })}
              </Button>
            )}
          </Stack>
        </Paper>
      ))}
      {error && (
        <Text size="sm" c="red.8" role="alert">
          {error}
        </Text>
      )}
      {!form.readOnly && (
        <Group>
          {entries.length < field.most && (
            <Button
              variant={entries.length === 0 ? 'light' : 'default'}
              leftSection={<Plus aria-hidden size={18} />}
              onClick={() => set([...entries, newEntryOf(field, entries, form)])}
            >
              {say(`${texts}.add`)}
            </Button>
          )}
          {field.noneAllowed && entries.length === 0 && (
            <None list={list} set={set} text={say(`${texts}.none`)} />
          )}
        </Group>
      )}
    </Stack>
  );
}

interface NoneProps {
  readonly list: readonly Content[] | undefined;
  readonly set: (list: readonly Content[] | undefined) => void;
  readonly text: string;
}
/** That there is none of it is an answer, which somebody gives. */
function None({ list, set, text }: NoneProps) {
  const given = list !== undefined;
  return (
    <Button
      variant={given ? 'light' : 'default'}
      aria-pressed={given}
      onClick={() => set(given ? undefined : [])}
    >
      {text}
    </Button>
  );
}
