import { Stack, Text, Title } from '@mantine/core';
import { useForms } from '../words/forms.js';
import { useLanguage, useSay, useSayCode } from '../words/words.js';
import { Facts } from './fold.js';
import { provinceIn } from './home.js';
import type { AuditPack } from './pack.js';

type Content = Readonly<Record<string, unknown>>;
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What the supplier says of itself, section by section, to be held against what is there. */
export function Application({ pack: { sections } }: { readonly pack: AuditPack }) {
  const say = useSay();
  const filled = Object.entries(sections).filter(([, content]) => Object.keys(content).length > 0);
  if (filled.length === 0) return <Text>{say('auditor.application.nothing')}</Text>;
  return (
    <Stack>
      {filled.map(([section, content]) => (
        <Section key={section} name={section} content={content} />
      ))}
    </Stack>
  );
}

function Section({ name, content }: { readonly name: string; readonly content: Content }) {
  const sayCode = useSayCode();
  const show = useShow();
  return (
    <section>
      <Title order={3}>{sayCode('auditor.section-of', name)}</Title>
      <Facts
        of={Object.entries(content).map(([field, value]) => [
          sayCode('auditor.label', field),
          Array.isArray(value) ? (
            <ul className="bare-list">
              {value.map((one, nth) => (
                <li key={nth}>
                  {typeof one === 'object' ? <Entry of={one as Content} /> : show(field, one)}
                </li>
              ))}
            </ul>
          ) : (
            show(field, value)
          ),
        ])}
      />
    </section>
  );
}

/** One of several: a machine, an owner, a certificate. */
function Entry({ of }: { readonly of: Content }) {
  const sayCode = useSayCode();
  const show = useShow();
  return Object.entries(of)
    .filter(([field]) => field !== 'id' && field !== 'siteId' && field !== 'documentId')
    .map(([field, value]) => `${sayCode('auditor.label', field)}: ${show(field, value)}`)
    .join(' · ');
}

/** A value as its reader writes it. */
function useShow(): (field: string, value: unknown) => string {
  const say = useSay();
  const language = useLanguage();
  const { day, number } = useForms();
  return (field, value) => {
    if (typeof value === 'boolean') return say(value ? 'auditor.yes' : 'auditor.no');
    if (typeof value === 'number') return field.startsWith('year') ? String(value) : number(value, 5);
    if (field === 'province') return provinceIn(String(value), language);
    if (typeof value === 'string') return LOCAL_DATE.test(value) ? day(value) : value;
    return Array.isArray(value) ? value.map(String).join(', ') : '';
  };
}
