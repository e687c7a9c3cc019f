import { applicationGaps, type InputCategory } from '#domain';
import { Stack } from '@mantine/core';
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

interface SectionFormProps {
  readonly caseId: string;
  readonly category: InputCategory;
  readonly part: Part;
  readonly readOnly?: boolean;
}
/** Some fields of one section, which save themselves. */
export function SectionForm({ caseId, category, part, readOnly = false }: SectionFormProps) {
  const { section, only } = part;
  const { content, write, wrongs, saved, ready, forget } = useSection(caseId, section);
  if (!ready) return <Loading />;
  const form = { caseId, category, section, readOnly, wrongs, wanted: wantedIn(section) };
  return (
    <Stack>
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
