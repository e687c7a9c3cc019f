import type { ChecklistItem } from '#domain';
import { List, Stack, Text } from '@mantine/core';
import { useSay } from '../../words/words.js';
import { Facts } from '../../ui/facts.js';
import { Section } from '../../ui/section.js';
import { useFieldValue } from './field-value.js';
import type { Version } from './version-data.js';
import { Reviewed } from './words-fields.js';

interface ItemViewProps {
  readonly of: Version;
  readonly item: ChecklistItem;
}
/** An item that nobody changes any more, as it is kept. */
export function ItemView({ of, item }: ItemViewProps) {
  const say = useSay();
  return (
    <Stack>
      <Judged of={item} />
      {(['en', 'km', 'zh'] as const).map((language) => {
        const words = language === 'en' ? item : item.texts?.[language];
        return (
          <Section key={language} id={language} title={say(`office.language.${language}`)}>
            {words && (
              <div lang={language}>
                <Text fw={600}>{words.question}</Text>
                <Text className="office-lines">{words.guidance}</Text>
                <List>
                  {words.evidence.map((one) => (
                    <List.Item key={one}>{one}</List.Item>
                  ))}
                </List>
              </div>
            )}
            {language !== 'en' && <Reviewed of={of} item={item} language={language} isSaved={false} />}
          </Section>
        );
      })}
    </Stack>
  );
}

const FIELDS = [
  'severity',
  'weight',
  'coreProfile',
  'categories',
  'askedWhen',
  'appliesWhen',
  'appliesNote',
  'safeguarding',
  'severityWhen',
  'evidenceWhen',
  'references',
] as const;

function Judged({ of: item }: { readonly of: ChecklistItem }) {
  const say = useSay();
  const fieldValue = useFieldValue();
  return (
    <Section id="judged" title={say('office.schemes.judged')}>
      <Facts
        of={FIELDS.filter((field) => item[field] !== undefined).map((field) => [
          say(`office.schemes.field.${field}`),
          <span key={field} className="office-lines">
            {fieldValue(field, item)}
          </span>,
        ])}
      />
    </Section>
  );
}
