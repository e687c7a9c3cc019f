import type { ChecklistItem } from '#domain';
import { List, Stack, Text } from '@mantine/core';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { useGoods } from '../goods.js';
import { Fact, Facts, Panel } from '../panel.js';
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
          <Panel key={language} title={say(`office.language.${language}`)}>
            {words && (
              <div lang={language}>
                <Text fw={600}>{words.question}</Text>
                <Text className="desk-lines">{words.guidance}</Text>
                <List>
                  {words.evidence.map((one) => (
                    <List.Item key={one}>{one}</List.Item>
                  ))}
                </List>
              </div>
            )}
            {language !== 'en' && <Reviewed of={of} item={item} language={language} isSaved={false} />}
          </Panel>
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
    <Panel title={say('office.schemes.judged')}>
      <Facts>
        <Fact name={say('office.schemes.field.severity')}>{severity(item.severity)}</Fact>
        <Fact name={say('office.schemes.field.weight')}>{number(item.weight, 2)}</Fact>
        <Fact name={say('office.schemes.field.coreProfile')}>
          {say(item.coreProfile ? 'office.yes' : 'office.no')}
        </Fact>
        <Fact name={say('office.schemes.field.categories')}>{item.categories.map(category).join(', ')}</Fact>
        <Fact name={say('office.schemes.field.askedWhen')}>
          {item.askedWhen && conditionText(item.askedWhen)}
        </Fact>
        <Fact name={say('office.schemes.field.appliesWhen')}>
          {item.appliesWhen && say(`office.schemes.applies.${item.appliesWhen}`)}
        </Fact>
        <Fact name={say('office.schemes.field.appliesNote')}>{item.appliesNote}</Fact>
        <Fact name={say('office.schemes.field.safeguarding')}>{item.safeguarding && say('office.yes')}</Fact>
        <Fact name={say('office.schemes.field.references')}>{item.references.join('; ')}</Fact>
      </Facts>
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
    </Panel>
  );
}
