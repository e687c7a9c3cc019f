import type { ChecklistItem } from '#domain';
import { Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Fold } from '../../ui/fold.js';
import { Section } from '../../ui/section.js';
import { SureButton } from '../../ui/sure-button.js';
import { useSay } from '../../words/words.js';
import { ConditionFields } from './condition-fields.js';
import { DraftForm } from './draft-form.js';
import { isSame, tidy, withItem, withoutItem } from './item-draft.js';
import { JudgedFields } from './judged-fields.js';
import { SchemeProblems } from './problems.js';
import { EvidenceRules, SeverityRules } from './rules-fields.js';
import { useContent, useDraft } from './use-draft.js';
import type { Version } from './version-data.js';
import { Reviewed, WordsFields } from './words-fields.js';

interface ItemFormProps {
  readonly of: Version;
  readonly item: ChecklistItem;
}

/** An item of a draft: its words, how it is judged, and where it applies. */
export function ItemForm({ of, item }: ItemFormProps) {
  const say = useSay();
  const form = useDraft<ChecklistItem>({
    of,
    kept: item,
    into: (content, draft) => withItem(content, tidy(draft)),
    isSame,
  });
  const { draft, change } = form;
  return (
    <>
      <DraftForm of={of} form={form} isWrong={Number.isNaN(draft.weight)}>
        <WordsPanels of={of} item={item} draft={draft} isSaved={!form.isChanged} onChange={change} />
        <JudgedFields of={of} draft={draft} onChange={change} />
        <Section id="where" title={say('office.schemes.where')}>
          <ConditionFields
            label={say('office.schemes.field.askedWhen')}
            value={draft.askedWhen ?? {}}
            onChange={(askedWhen) => change({ askedWhen })}
          />
          <Fold title={say('office.schemes.rules')}>
            <SeverityRules item={draft} onChange={change} />
          </Fold>
          <Fold title={say('office.schemes.more')}>
            <EvidenceRules item={draft} onChange={change} />
          </Fold>
        </Section>
      </DraftForm>
      <Remove of={of} itemId={item.id} />
    </>
  );
}

interface WordsPanelsProps extends ItemFormProps {
  readonly draft: ChecklistItem;
  readonly isSaved: boolean;
  readonly onChange: (part: Partial<ChecklistItem>) => void;
}
/** The words in each language; English is the wording that counts. */
function WordsPanels({ of, item, draft, isSaved, onChange }: WordsPanelsProps) {
  const say = useSay();
  return (
    <>
      <Section id="en" title={say('office.language.en')}>
        <Text size="sm">{say('office.schemes.words.english')}</Text>
        <WordsFields
          language="en"
          value={draft}
          onChange={({ question, guidance, evidence }) => onChange({ question, guidance, evidence })}
        />
      </Section>
      {(['km', 'zh'] as const).map((language) => (
        <Section key={language} id={language} title={say(`office.language.${language}`)}>
          <WordsFields
            language={language}
            value={draft.texts?.[language] ?? { question: '', guidance: '', evidence: [] }}
            onChange={({ question, guidance, evidence }) =>
              onChange({
                texts: {
                  ...draft.texts,
                  [language]: { ...draft.texts?.[language], question, guidance, evidence, status: 'draft' },
                },
              })
            }
          />
          <Reviewed of={of} item={item} language={language} isSaved={isSaved} />
        </Section>
      ))}
    </>
  );
}

function Remove({ of, itemId }: { readonly of: Version; readonly itemId: string }) {
  const say = useSay();
  const navigate = useNavigate();
  const remove = useContent(of);
  const back = () =>
    void navigate({
      to: '/schemes/$schemeId/$versionId',
      params: { schemeId: of.schemeId, versionId: of.id },
      ignoreBlocker: true,
    });
  return (
    <Group>
      <SureButton
        variant="light"
        color="red"
        loading={remove.isPending}
        question={say('office.schemes.remove.sure', { id: itemId })}
        onYes={() => remove.mutate(withoutItem(of.content, itemId), { onSuccess: back })}
      >
        {say('office.schemes.remove')}
      </SureButton>
      {remove.error && <SchemeProblems of={of} error={remove.error} />}
    </Group>
  );
}
