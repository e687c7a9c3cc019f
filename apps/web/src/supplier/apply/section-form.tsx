import { applicationGaps, type InputCategory } from '#domain';
import { Stack } from '@mantine/core';
import type { FormEvent } from 'react';
import { Loading } from '../../ui/loading.js';
import { Conflict, SavedMark } from '../../ui/saved.js';
import { useSay } from '../../words/words.js';
import type { Content } from './fields.js';
import { FormField } from './field.js';
import { FORMS, type FormSection } from './forms.js';
import type { Part } from './steps.js';
import { useSection } from './use-section.js';
import './apply.css';

/** Fields of a section without which no application is complete. */
const wantedIn = (section: FormSection): readonly string[] =>
  applicationGaps({}, [section]).map((path) => path.slice(section.length + 1));

const CHOSEN = ['radio', 'checkbox'];
const isTyped = (field: EventTarget): boolean =>
  field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && !CHOSEN.includes(field.type));

interface SectionFormProps {
  readonly caseId: string;
  readonly category: InputCategory;
  readonly part: Part;
  readonly readOnly?: boolean;
}
/** Some fields of one section, which save themselves. */
export function SectionForm({ caseId, category, part, readOnly = false }: SectionFormProps) {
  const { section, only } = part;
  const { content, write, wrongs, saved, ready, keep, forget } = useSection(caseId, section);
  if (!ready) return <Loading />;
  const form = { caseId, category, section, readOnly, wrongs, wanted: wantedIn(section) };
  // What is chosen is kept at once, what is typed when the field is left: whoever then leaves the page loses nothing.
  const keepChosen = ({ target }: FormEvent) => !isTyped(target) && keep();
  return (
    <Stack onBlur={keep} onClick={keep} onChange={keepChosen}>
      <Conflict
        saved={saved}
        mine={content}
        show={(value) => <Shown of={value} section={section} />}
        forget={forget}
      />
      {FORMS[section]
        .filter(({ name }) => !only || only.includes(name))
        .map((field) => (
          <FormField
            key={field.name}
            field={field}
            form={form}
            pointer={`#/${field.name}`}
            content={content}
            write={write}
          />
        ))}
      <SavedMark saved={saved} />
    </Stack>
  );
}

/** What stands in a section, for whoever decides between two of them. */
function Shown({ of, section }: { readonly of: Content; readonly section: FormSection }) {
  const say = useSay();
  return (
    <ul>
      {FORMS[section].map(({ name }) => {
        const value = of[name];
        return (
          value !== undefined && (
            <li key={name}>
              {say(`supplier.field.${section}.${name}`)}:{' '}
              {typeof value === 'object' ? JSON.stringify(value) : String(value)}
            </li>
          )
        );
      })}
    </ul>
  );
}
