import { CERTIFICATION_SCHEMES } from '#domain';
import { Text } from '@mantine/core';
import { useForms } from '../words/forms.js';
import { provinceName } from '../words/places.js';
import { useLanguage, useSay, useSayCode, useSayIfAny } from '../words/words.js';
import { Facts } from './facts.js';

type Content = Readonly<Record<string, unknown>>;
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** What tells entries apart, or where a file is: nothing to read. */
const FOR_MACHINES: readonly string[] = ['id', 'siteId', 'documentId', 'owns'];
/** Numbers that are names. */
const PLAIN = /^(?:year|patentYear)/;
const MOST = 50;
/** What says most, first; the rest as it comes. */
const FIRST: readonly string[] = [
  ...['legalName', 'legalNameKm', 'name', 'product', 'products', 'type', 'scheme', 'kind', 'number'],
  ...['address', 'province', 'tin', 'bankName', 'monthlyCapacity', 'capacityUnit', 'workers', 'womenWorkers'],
];
const rank = (field: string): number => (FIRST.includes(field) ? FIRST.indexOf(field) : FIRST.length);
const readable = (content: Content): readonly (readonly [string, unknown])[] =>
  Object.entries(content)
    .filter(([field]) => !FOR_MACHINES.includes(field))
    .sort(([one], [other]) => rank(one) - rank(other));

interface SectionContentProps {
  readonly content: Content;
}

/** What a supplier wrote into one section of its application, with the name of each field. */
export function SectionContent({ content }: SectionContentProps) {
  const sayCode = useSayCode();
  return (
    <Facts
      of={readable(content).map(([field, value]) => [
        sayCode('application.label', field),
        <Value key={field} field={field} value={value} />,
      ])}
    />
  );
}

interface ValueProps {
  readonly field: string;
  readonly value: unknown;
}
function Value({ field, value }: ValueProps) {
  const say = useSay();
  const { number } = useForms();
  const show = useShow();
  if (!Array.isArray(value)) return show(field, value);
  const entries = value as readonly unknown[];
  if (entries.length === 0) return say('application.none');
  return (
    <>
      <ul className="bare-list">
        {entries.slice(0, MOST).map((one, nth) => (
          <li key={nth}>
            {typeof one === 'object' && one !== null ? <Entry of={one as Content} /> : show(field, one)}
          </li>
        ))}
      </ul>
      {entries.length > MOST && (
        <Text size="sm">{say('application.more', { count: number(entries.length - MOST) })}</Text>
      )}
    </>
  );
}

/** One of several: a machine, an owner, a certificate. */
function Entry({ of }: { readonly of: Content }) {
  const sayCode = useSayCode();
  const show = useShow();
  const { named } = useForms();
  return readable(of)
    .map(([field, value]) => named(sayCode('application.label', field), show(field, value)))
    .join(' · ');
}

/** A value as its reader writes it: codes in words, days and numbers in their form. */
function useShow(): (field: string, value: unknown) => string {
  const say = useSay();
  const sayIfAny = useSayIfAny();
  const language = useLanguage();
  const { day, number, list } = useForms();
  const show = (field: string, value: unknown): string => {
    if (typeof value === 'boolean') return say(value ? 'shell.yes' : 'shell.no');
    if (typeof value === 'number') return PLAIN.test(field) ? String(value) : number(value, 5);
    if (Array.isArray(value)) return list(value.map((one) => show(field, one)));
    if (typeof value === 'object' && value !== null)
      return list(Object.entries(value).map(([name, one]) => show(name, one)));
    const text = String(value ?? '');
    if (field === 'province') return provinceName(text, language);
    if (field === 'scheme') return CERTIFICATION_SCHEMES.find(({ code }) => code === text)?.name ?? text;
    return sayIfAny(`application.value.${field}.${text}`) ?? (LOCAL_DATE.test(text) ? day(text) : text);
  };
  return show;
}
