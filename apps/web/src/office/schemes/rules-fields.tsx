import type { ChecklistItem, Condition, SeverityRule } from '#domain';
import { NativeSelect, TextInput } from '@mantine/core';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { ConditionFields } from './condition-fields.js';
import { RuleList } from './rule-list.js';

export const SEVERITIES = ['zero-tolerance', 'critical', 'major', 'minor'] as const;
/** No more rules than this. */
const MOST = 5;

interface RulesFieldsProps {
  readonly item: ChecklistItem;
  readonly onChange: (change: Partial<ChecklistItem>) => void;
}

const conditionOf = (rule: SeverityRule): Condition =>
  'when' in rule ? rule.when : { endMarketsWithout: rule.endMarketsWithout };

/** Where an item is graver or less grave than usual; the first rule that holds wins. */
export function SeverityRules({ item, onChange }: RulesFieldsProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const severities = [
    ...SEVERITIES.map((value) => ({ value, label: capitalised(sayCode('names.severity', value)) })),
    { value: 'information', label: say('office.schemes.information') },
  ];
  return (
    <RuleList<SeverityRule>
      rules={item.severityWhen ?? []}
      onChange={(severityWhen) => onChange({ severityWhen })}
      most={MOST}
      fresh={{ when: {}, severity: 'critical' }}
      texts={{ add: 'office.schemes.rule.add', remove: 'office.schemes.rule.remove' }}
    >
      {(rule, nth, set) => (
        <>
          <NativeSelect
            label={say('office.schemes.rule.severity', { nth: nth + 1 })}
            value={rule.severity}
            onChange={({ target }) =>
              set({ when: conditionOf(rule), severity: target.value as 'information' })
            }
            data={severities}
          />
          <ConditionFields
            label={say('office.schemes.rule.when')}
            value={conditionOf(rule)}
            onChange={(when) => set({ when, severity: rule.severity as 'information' })}
          />
        </>
      )}
    </RuleList>
  );
}

type EvidenceRule = NonNullable<ChecklistItem['evidenceWhen']>[number];

/** What some sites have to show beside the usual evidence. */
export function EvidenceRules({ item, onChange }: RulesFieldsProps) {
  const say = useSay();
  return (
    <RuleList<EvidenceRule>
      rules={item.evidenceWhen ?? []}
      onChange={(evidenceWhen) => onChange({ evidenceWhen })}
      most={MOST}
      fresh={{ when: {}, evidence: '' }}
      texts={{ add: 'office.schemes.more.add', remove: 'office.schemes.more.remove' }}
    >
      {(rule, nth, set) => (
        <>
          <TextInput
            label={say('office.schemes.more.evidence', { nth: nth + 1 })}
            value={rule.evidence}
            onChange={({ target }) => set({ ...rule, evidence: target.value })}
          />
          <ConditionFields
            label={say('office.schemes.rule.when')}
            value={rule.when}
            onChange={(when) => set({ ...rule, when })}
          />
        </>
      )}
    </RuleList>
  );
}
