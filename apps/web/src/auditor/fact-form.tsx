import type { FactView } from '#client';
import { Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import type { Place } from '../offline/entry.js';
import { useFact } from '../offline/use-fact.js';
import { Conflict, SavedMark } from '../ui/saved.js';
import { useForms } from '../words/forms.js';
import { useSay, useSayCode } from '../words/words.js';
import { filled, isWhole, type Content, type Field } from './fields/field.js';
import { componentOf } from './fields/fields.js';

interface FactFormProps {
  readonly place: Place;
  readonly read: FactView | undefined;
  readonly fields: readonly Field[];
  readonly closed: boolean;
}

/** A fact as a form of fields that saves itself; sent as soon as it is whole. */
export function FactForm({ place, read, fields, closed }: FactFormProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const { value, change, keep, forget, saved, ready } = useFact<Content>(place, {
    content: read?.content ?? {},
    etag: read ? `"${read.version}"` : null,
  });
  const latest = useRef(value);
  latest.current = value;
  const write = (changes: Content, atOnce = false) => {
    latest.current = filled({ ...latest.current, ...changes });
    change(latest.current, !isWhole(fields, latest.current));
    if (atOnce) keep();
  };
  const label = ({ name }: Field): string => sayCode('application.label', name);
  return (
    <Stack>
      {fields
        .filter(({ when }) => when?.(value) !== false)
        .map((field) => {
          const Component = componentOf(field);
          return (
            <Component
              key={field.name}
              of={field as never}
              label={label(field)}
              content={value}
              closed={closed || !ready}
              form={place.name}
              onWrite={write}
            />
          );
        })}
      {saved.entry?.held && <Text size="sm">{say('auditor.form.held')}</Text>}
      <SavedMark saved={saved} />
      {saved.state === 'needs-you' && !saved.entry?.conflict && (
        <Text size="sm" c="red.8" role="alert">
          {sayCode('auditor.refused', saved.entry?.problem ?? '')}
        </Text>
      )}
      <Conflict saved={saved} mine={value} show={(one) => <Shown of={one} />} forget={forget} />
    </Stack>
  );
}

/** For whoever decides between two: what can be said in words. */
function Shown({ of }: { readonly of: Content }) {
  const sayCode = useSayCode();
  const { named } = useForms();
  const said = Object.entries(of).filter(([, value]) => ['string', 'number'].includes(typeof value));
  return (
    <Text>
      {said
        .filter(([name]) => name !== 'signature')
        .map(([name, value]) => named(sayCode('application.label', name), String(value)))
        .join(' · ')}
    </Text>
  );
}
