import { changeSchemeVersion } from '#client';
import type { ChecklistItem, SchemeContent } from '#domain';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { told } from '../../server/told.js';
import { Fold } from '../../ui/fold.js';
import { SureButton } from '../../ui/sure-button.js';
import { useSay } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { ConditionFields } from './condition-fields.js';
import { isSame, tidy, withItem, withoutItem } from './item-draft.js';
import { JudgedFields } from './judged-fields.js';
import { SchemeProblems } from './problems.js';
import { EvidenceRules, SeverityRules } from './rules-fields.js';
import { asWritten, useVersionAct, type Version } from './version-data.js';
import { Reviewed, WordsFields } from './words-fields.js';

interface ItemFormProps {
  readonly of: Version;
  readonly item: ChecklistItem;
}

/** An item of a draft. A version is saved as a whole, so a button saves it; who leaves before is asked. */
export function ItemForm({ of, item }: ItemFormProps) {
  const say = useSay();
  const [draft, setDraft] = useState(item);
  // As it was when this form began: what differs from it is this person's, what the version has now may be another's.
  const [base, setBase] = useState(item);
  const isChanged = !isSame(draft, base);
  const isOvertaken = !isSame(item, base);
  if (isOvertaken && (!isChanged || isSame(draft, item))) {
    setDraft(item);
    setBase(item);
  }
  const change = (part: Partial<ChecklistItem>) => setDraft((before) => ({ ...before, ...part }));
  const save = useVersionAct<SchemeContent>(of, (asked, content) =>
    told(changeSchemeVersion({ ...asked, body: { content: asWritten(content) } })),
  );
  const leaving = useBlocker({
    shouldBlockFn: () => isChanged,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  });
  return (
    <Stack>
      {isChanged && isOvertaken && (
        <Overtaken onMine={() => setBase(item)} onTheirs={() => (setDraft(item), setBase(item))} />
      )}
      <WordsPanels of={of} item={item} draft={draft} isSaved={!isChanged} onChange={change} />
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
      {leaving.status === 'blocked' && <Leaving onStay={leaving.reset} onLeave={leaving.proceed} />}
      <Group gap="sm" className="scheme-save">
        <Button
          loading={save.isPending}
          disabled={!isChanged || isOvertaken}
          onClick={() => save.mutate(withItem(of.content, tidy(draft)))}
        >
          {say('office.save')}
        </Button>
        <Text role="status">
          {isChanged ? say('office.schemes.unsaved') : save.isSuccess && say('office.schemes.saved')}
        </Text>
      </Group>
      {save.error && <SchemeProblems of={of} error={save.error} />}
      <Remove of={of} itemId={item.id} />
    </Stack>
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

interface OvertakenProps {
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}
/** Somebody else saved the same item: a person says which of both stays. */
function Overtaken({ onMine, onTheirs }: OvertakenProps) {
  const say = useSay();
  return (
    <Alert color="yellow" role="alert" title={say('office.schemes.overtaken')}>
      <Stack gap="sm">
        <Text>{say('office.schemes.overtaken.what')}</Text>
        <Group gap="sm">
          <Button onClick={onMine}>{say('office.schemes.overtaken.mine')}</Button>
          <Button variant="default" onClick={onTheirs}>
            {say('office.schemes.overtaken.theirs')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

interface LeavingProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}
function Leaving({ onStay, onLeave }: LeavingProps) {
  const say = useSay();
  return (
    <Alert color="yellow" role="alertdialog" title={say('office.schemes.leave')}>
      <Group gap="sm">
        <Button autoFocus onClick={onStay}>
          {say('office.schemes.leave.stay')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {say('office.schemes.leave.go')}
        </Button>
      </Group>
    </Alert>
  );
}

function Remove({ of, itemId }: { readonly of: Version; readonly itemId: string }) {
  const say = useSay();
  const navigate = useNavigate();
  const remove = useVersionAct<SchemeContent>(of, (asked, content) =>
    told(changeSchemeVersion({ ...asked, body: { content: asWritten(content) } })),
  );
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
