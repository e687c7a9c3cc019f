import type { ChecklistItem, ChecklistSection } from '#domain';
import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../server/me.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { useForms } from '../../words/forms.js';
import { Section } from '../../ui/section.js';
import { newItem, withItem } from './item-draft.js';
import { SchemeProblems } from './problems.js';
import { useContent } from './use-draft.js';
import type { Version } from './version-data.js';

interface ItemsProps {
  readonly of: Version;
}
/** What a version asks, section by section. */
export function Items({ of }: ItemsProps) {
  const { sections, items } = of.content.checklist;
  const { roles } = useMe();
  return (
    <Stack>
      {sections.map((section) => (
        <SectionItems
          key={section.code}
          of={of}
          section={section}
          items={items.filter((item) => item.section === section.code)}
        />
      ))}
      {of.status === 'draft' && roles.includes('officer') && <NewItem of={of} />}
    </Stack>
  );
}

interface SectionItemsProps extends ItemsProps {
  readonly section: ChecklistSection;
  readonly items: readonly ChecklistItem[];
}
function SectionItems({ of, section, items }: SectionItemsProps) {
  const say = useSay();
  const { number } = useForms();
  return (
    <Section id={section.code} title={`${section.code} · ${section.title}`}>
      <Text size="sm" className="office-quiet">
        {say('office.schemes.section', { count: items.length, weight: number(section.weight, 2) })}
      </Text>
      <div>
        {items.map((item) => (
          <Link
            key={item.id}
            to="/schemes/$schemeId/$versionId/$itemId"
            params={{ schemeId: of.schemeId, versionId: of.id, itemId: item.id }}
            className="row-link scheme-item"
          >
            <span className="scheme-item-code">{item.id}</span>
            <span>
              <Text span>{item.question}</Text>
              <ItemLine of={item} />
            </span>
          </Link>
        ))}
      </div>
    </Section>
  );
}

/** How grave and how heavy an item is, and what is still open in its words. */
function ItemLine({ of }: { readonly of: ChecklistItem }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { number, list } = useForms();
  const missing = (['km', 'zh'] as const).filter((language) => of.texts?.[language]?.status !== 'reviewed');
  return (
    <Text size="sm" className="office-quiet">
      {[
        capitalised(sayCode('names.severity', of.severity)),
        say('office.schemes.weighs', { weight: number(of.weight, 2) }),
        of.coreProfile && say('office.schemes.core'),
        (of.askedWhen ?? of.appliesWhen) && say('office.schemes.conditional'),
        missing.length > 0 &&
          say('office.schemes.unreviewed', {
            languages: list(missing.map((language) => say(`office.language.${language}`))),
          }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  );
}

const ITEM_ID = /^[A-Z]{2,4}-\d{2,3}$/;

/** One more question, which is then written on its own page. */
function NewItem({ of }: ItemsProps) {
  const say = useSay();
  const navigate = useNavigate();
  const { sections, items } = of.content.checklist;
  const [id, setId] = useState('');
  const [section, setSection] = useState(sections[0]?.code ?? '');
  const taken = items.some((item) => item.id === id);
  const wrong = id !== '' && (taken || !ITEM_ID.test(id));
  const add = useContent(of);
  const open = () =>
    void navigate({
      to: '/schemes/$schemeId/$versionId/$itemId',
      params: { schemeId: of.schemeId, versionId: of.id, itemId: id },
    });
  return (
    <Section id="add" title={say('office.schemes.add')}>
      <Stack gap="sm" className="office-form">
        <NativeSelect
          label={say('office.schemes.field.section')}
          value={section}
          onChange={({ target }) => setSection(target.value)}
          data={sections.map(({ code, title }) => ({ value: code, label: `${code} · ${title}` }))}
        />
        <TextInput
          label={say('office.schemes.field.id')}
          description={say('office.schemes.id.hint', { example: 'BL-12' })}
          error={wrong && say(taken ? 'office.schemes.id.taken' : 'office.schemes.id.wrong')}
          value={id}
          onChange={({ target }) => setId(target.value.toUpperCase())}
        />
        <Button
          className="office-start"
          loading={add.isPending}
          disabled={!id || wrong}
          onClick={() => add.mutate(withItem(of.content, newItem(id, section)), { onSuccess: open })}
        >
          {say('office.schemes.add.now')}
        </Button>
        {add.error && <SchemeProblems of={of} error={add.error} />}
      </Stack>
    </Section>
  );
}
