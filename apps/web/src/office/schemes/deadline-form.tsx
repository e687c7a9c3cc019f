import { DATED_BY_THE_CASE, type SchemeDeadlineKind } from '#domain';
import { Group, Text } from '@mantine/core';
import { Section } from '../../ui/section.js';
import { useSay } from '../../words/words.js';
import { isAlike } from './alike.js';
import { deadlineDraft, isEnd, withDeadline, type DeadlineDraft, type StepDraft } from './deadline-draft.js';
import { DeadlineExample } from './deadline-example.js';
import { DraftForm } from './draft-form.js';
import { MaybeNumberField } from './number-field.js';
import { usePartProblems } from './part-problems.js';
import { RuleList } from './rule-list.js';
import { LengthFields, StepFields } from './step-fields.js';
import { useDraft } from './use-draft.js';
import type { Version } from './version-data.js';

/** No more steps than this. */
const MOST = 20;
const FRESH: StepDraft = { step: 'remind', place: 'before-due', unit: 'days', count: 1 };

interface DeadlineFormProps {
  readonly of: Version;
  readonly kind: SchemeDeadlineKind;
}
/** How long something may take, and when somebody is reminded of it. */
export function DeadlineForm({ of, kind }: DeadlineFormProps) {
  const say = useSay();
  const at = `/deadlines/${kind}`;
  const ruleOf = (draft: DeadlineDraft) => withDeadline(of.content, kind, draft).deadlines[kind];
  const form = useDraft<DeadlineDraft>({
    of,
    kept: deadlineDraft(of.content, kind),
    into: (content, draft) => withDeadline(content, kind, draft),
    // No days before is the same as no days after.
    isSame: (one, other) => isAlike(ruleOf(one), ruleOf(other)),
  });
  const { draft, change, content } = form;
  const { errorAt, isWrong } = usePartProblems(content, at);
  return (
    <DraftForm of={of} form={form} isWrong={isWrong}>
      <Section id="within" title={say('office.schemes.part.within')}>
        {DATED_BY_THE_CASE.includes(kind) ? (
          <Text>{say('office.schemes.dated-by-case')}</Text>
        ) : (
          <Group gap="sm" align="flex-start">
            <LengthFields
              label={say('office.schemes.within')}
              value={draft.within}
              error={errorAt(`${at}/within/${draft.within.unit}`, `${at}/within`)}
              onChange={(within) => change({ within })}
            />
          </Group>
        )}
        <div className="office-form">
          <MaybeNumberField
            label={say('office.schemes.part.extendableDays')}
            hint={say('office.schemes.extendable.hint')}
            value={draft.extendableDays}
            error={errorAt(`${at}/extendableDays`)}
            onChange={(extendableDays) => change({ extendableDays })}
          />
        </div>
      </Section>
      <Section id="steps" title={say('office.schemes.part.steps')}>
        <RuleList
          rules={draft.steps}
          onChange={(steps) => change({ steps })}
          most={MOST}
          fresh={FRESH}
          texts={{ add: 'office.schemes.step.add', remove: 'office.schemes.step.remove' }}
          isKept={isEnd}
        >
          {(step, nth, set) => (
            <StepFields
              step={step}
              nth={nth}
              error={errorAt(`${at}/steps/${nth}/${step.unit}`, `${at}/steps/${nth}`)}
              onChange={set}
            />
          )}
        </RuleList>
      </Section>
      {!isWrong && <DeadlineExample content={content} kind={kind} />}
    </DraftForm>
  );
}
