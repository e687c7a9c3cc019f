import type { ChecklistItem, Condition, SeverityRule } from '#domain';
import { Button, NativeSelect, Paper, Stack, TextInput } from '@mantine/core';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { ConditionFields } from './condition-fields.js';

export const SEVERITIES = ['zero-tolerance', 'critical', 'major', 'minor'] as const;
/** No more rules than this. */
const MOST = 5;

interface RulesFieldsProps {
  readonly item: ChecklistItem;
  readonly onChange: (change: Partial<ChecklistItem>) => void;
}

const conditionOf = (rule: SeverityRule): Condition =>
  'when' in rule ? rule.when : { endMarketsWithout: rule.endMarketsWithout };
const replaced = <T,>(all: readonly T[], nth: number, one: T): readonly T[] =>
  all.map((before, at) => (at === nth ? one : before));
const without = <T,>(all: readonly T[], nth: number): readonly T[] => all.filter((_, at) => at !== nth);

/** Where an item is graver or less grave than usual; the first rule that holds wins. */
export function SeverityRules({ item, onChange }: RulesFieldsProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const rules = item.severityWhen ?? [];
  const set = (severityWhen: readonly SeverityRule[]) => onChange({ severityWhen });
  return (
    <Stack gap="sm">
      {rules.map((rule, nth) => (
        <Paper key={nth} withBorder p="sm">
          <Stack gap="sm">
            <NativeSelect
              label={say('office.schemes.rule.severity', { nth: nth + 1 })}
              value={rule.severity}
              onChange={({ target }) =>
                set(
                  replaced(rules, nth, {
                    when: conditionOf(rule),
                    severity: target.value as 'information',
                  }),
                )
              }
              data={[
                ...SEVERITIES.map((value) => ({
                  value,
                  label: capitalised(sayCode('names.severity', value)),
                })),
                { value: 'information', label: say('office.schemes.information') },
              ]}
            />
            <ConditionFields
              label={say('office.schemes.rule.when')}
              value={conditionOf(rule)}
              onChange={(when) =>
                set(replaced(rules, nth, { when, severity: rule.severity as 'information' }))
              }
            />
            <Button variant="default" className="office-start" onClick={() => set(without(rules, nth))}>
              {say('office.schemes.rule.remove', { nth: nth + 1 })}
            </Button>
          </Stack>
        </Paper>
      ))}
      {rules.length < MOST && (
        <Button
          variant="default"
          className="office-start"
          onClick={() => set([...rules, { when: {}, severity: 'critical' }])}
        >
          {say('office.schemes.rule.add')}
        </Button>
      )}
    </Stack>
  );
}

/** What some sites have to show beside the usual evidence. */
export function EvidenceRules({ item, onChange }: RulesFieldsProps) {
  const say = useSay();
  const rules = item.evidenceWhen ?? [];
  const set = (evidenceWhen: NonNullable<ChecklistItem['evidenceWhen']>) => onChange({ evidenceWhen });
  return (
    <Stack gap="sm">
      {rules.map((rule, nth) => (
        <Paper key={nth} withBorder p="sm">
          <Stack gap="sm">
            <TextInput
              label={say('office.schemes.more.evidence', { nth: nth + 1 })}
              value={rule.evidence}
              onChange={({ target }) => set(replaced(rules, nth, { ...rule, evidence: target.value }))}
            />
            <ConditionFields
              label={say('office.schemes.rule.when')}
              value={rule.when}
              onChange={(when) => set(replaced(rules, nth, { ...rule, when }))}
            />
            <Button variant="default" className="office-start" onClick={() => set(without(rules, nth))}>
              {say('office.schemes.more.remove', { nth: nth + 1 })}
            </Button>
          </Stack>
        </Paper>
      ))}
      {rules.length < MOST && (
        <Button
          variant="default"
          className="office-start"
          onClick={() => set([...rules, { when: {}, evidence: '' }])}
        >
          {say('office.schemes.more.add')}
        </Button>
      )}
    </Stack>
  );
}
