import type { ChecklistItem } from '#domain';
import { List, Stack, Text } from '@mantine/core';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { Facts } from '../../ui/facts.js';
import { Section } from '../../ui/section.js';
import { useGoods } from '../goods.js';
import { useConditionText } from './condition-text.js';
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
      <Weight of={item} />
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

function Weight({ of: item }: { readonly of: ChecklistItem }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { number } = useForms();
  const { category } = useGoods();
  const conditionText = useConditionText();
  const severity = (code: string): string =>
    code === 'information' ? say('office.schemes.information') : capitalised(sayCode('names.severity', code));
  return (
    <Section id="judged" title={say('office.schemes.judged')}>
      <Facts
        of={[
          [say('office.schemes.field.severity'), severity(item.severity)],
          [say('office.schemes.field.weight'), number(item.weight, 2)],
          [say('office.schemes.field.coreProfile'), say(item.coreProfile ? 'office.yes' : 'office.no')],
          [say('office.schemes.field.categories'), item.categories.map(category).join(', ')],
          [say('office.schemes.field.askedWhen'), item.askedWhen && conditionText(item.askedWhen)],
          [
            say('office.schemes.field.appliesWhen'),
            item.appliesWhen && say(`office.schemes.applies.${item.appliesWhen}`),
          ],
          [say('office.schemes.field.appliesNote'), item.appliesNote],
          [say('office.schemes.field.safeguarding'), item.safeguarding && say('office.yes')],
          [say('office.schemes.field.references'), item.references.join('; ')],
        ]}
      />
      {item.severityWhen && <Text fw={600}>{say('office.schemes.field.severityWhen')}</Text>}
      {item.severityWhen && (
        <List>
          {item.severityWhen.map((rule, nth) => (
            <List.Item key={nth}>
              {severity(rule.severity)}:{' '}
              {conditionText('when' in rule ? rule.when : { endMarketsWithout: rule.endMarketsWithout })}
            </List.Item>
          ))}
        </List>
      )}
      {item.evidenceWhen && <Text fw={600}>{say('office.schemes.field.evidenceWhen')}</Text>}
      {item.evidenceWhen && (
        <List>
          {item.evidenceWhen.map(({ when, evidence }) => (
            <List.Item key={evidence}>
              {evidence}: {conditionText(when)}
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}
