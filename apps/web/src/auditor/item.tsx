import type { AuditAnswer } from '#client';
import { Badge, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useId, useRef } from 'react';
import { useFact } from '../offline/use-fact.js';
import { Conflict, SavedMark } from '../ui/saved.js';
import { useForms } from '../words/forms.js';
import { useLanguage, useSay, useSayCode } from '../words/words.js';
import { grave, problemsOf, type Item } from './answers.js';
import { ChildFound } from './child.js';
import { ANSWER_ICONS, Choice } from './choice.js';
import { Evidence } from './evidence.js';
import { Fold } from './fold.js';
import type { AuditPack } from './pack.js';
import { answerPlace, type AuditPaper } from './places.js';

type Draft = Partial<AuditAnswer>;
type Value = AuditAnswer['value'];
const VALUES: readonly Value[] = ['conform', 'partial', 'nonconform', 'not-applicable', 'not-verified'];
const MIN_NOTE = 40;

interface ItemProps {
  readonly pack: AuditPack;
  readonly paper: AuditPaper;
  readonly item: Item;
  /** The answer of the audit before that a renewal carries over. */
  readonly carried: string | undefined;
  readonly readOnly: boolean;
}

/** One question: what it means, the answer, why, and what shows it. It saves itself. */
export function ItemCard({ pack, paper, item, carried, readOnly }: ItemProps) {
  const say = useSay();
  const { view, answers } = pack;
  const read = answers[paper]?.find((fact) => fact.item === item.id);
  const { value, change, keep, forget, saved, ready } = useFact<Draft>(answerPlace(view.id, paper, item.id), {
    content: (read?.content ?? {}) as Draft,
    etag: read ? `"${read.version}"` : null,
  });
  // Photos take a while to be made small: what was written meanwhile counts.
  const latest = useRef(value);
  latest.current = value;
  /** Without an answer the rest is kept here and waits for it. */
  const write = (changes: Draft, atOnce = false) => {
    latest.current = { ...latest.current, ...changes };
    change(latest.current, latest.current.value === undefined);
    if (atOnce) keep();
  };
  const closed = readOnly || !ready;
  const full = value.value ? (value as AuditAnswer) : undefined;
  const child = item.safeguarding === 'child' && value.value === 'nonconform';
  return (
    <Paper withBorder p="md" component="article" id={`item-${item.id}`} className="item" tabIndex={-1}>
      <Stack gap="sm">
        <Head item={item} carried={carried} />
        <About item={item} />
        <Answer
          item={item}
          value={value.value}
          closed={closed}
          onChoose={(one) => write({ value: one }, true)}
        />
        {child && <ChildFound caseId={view.id} readOnly={readOnly} />}
        <Reason item={item} value={value} closed={closed} onWrite={(reason) => write({ reason })} />
        <Note value={value} closed={closed} onWrite={(note) => write({ note })} />
        <Evidence
          pack={pack}
          item={item.id}
          ids={value.evidence ?? []}
          closed={closed}
          onAdd={(ids) => write({ evidence: [...(latest.current.evidence ?? []), ...ids] }, true)}
          onRemove={(id) =>
            write({ evidence: (latest.current.evidence ?? []).filter((one) => one !== id) }, true)
          }
        />
        {problemsOf(item, full).map((problem) => (
          <Text key={problem} size="sm" c="red.8" role="status">
            {say(`auditor.problem.${problem}`)}
          </Text>
        ))}
        {saved.entry?.held && <Text size="sm">{say('auditor.item.held')}</Text>}
        <SavedMark saved={saved} />
        {saved.entry?.problem && saved.state === 'needs-you' && !saved.entry.conflict && (
          <Refused problem={saved.entry.problem} />
        )}
        <Conflict saved={saved} mine={value} show={(one) => <Shown of={one} />} forget={forget} />
      </Stack>
    </Paper>
  );
}

function Refused({ problem }: { readonly problem: string }) {
  const sayCode = useSayCode();
  return (
    <Text size="sm" c="red.8">
      {sayCode('auditor.refused', problem)}
    </Text>
  );
}

function Head({ item, carried }: { readonly item: Item; readonly carried: string | undefined }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { day } = useForms();
  const language = useLanguage();
  const { id, severity, credited, informative, overlayOf, question } = item;
  return (
    <>
      <Group gap="xs">
        <Text fw={600}>{id}</Text>
        <Badge size="lg" tt="none" variant="light" color={grave(item) ? 'red' : 'gray'}>
          {informative ? say('auditor.item.informative') : sayCode('names.severity', severity)}
        </Badge>
        {overlayOf && (
          <Badge size="lg" tt="none" variant="light" color="gray">
            {say('auditor.item.overlay')}
          </Badge>
        )}
      </Group>
      <Title order={2} size="h3" lang={item.language === language ? undefined : item.language}>
        {question}
      </Title>
      {credited && (
        <Text size="sm">
          {say('auditor.item.credited', { scheme: credited.scheme, until: day(credited.until) })}
        </Text>
      )}
      {carried && (
        <Text size="sm">{say('auditor.item.carried', { answer: sayCode('auditor.answer', carried) })}</Text>
      )}
    </>
  );
}

function About({ item: { guidance, evidence, draft } }: { readonly item: Item }) {
  const say = useSay();
  return (
    <Fold kind="item" title={say('auditor.item.guidance')}>
      <Stack gap="xs">
        <Text size="sm">{guidance}</Text>
        <Text size="sm" fw={600}>
          {say('auditor.item.evidence')}
        </Text>
        <ul className="bare-list">
          {evidence.map((one) => (
            <Text key={one} component="li" size="sm">
              {one}
            </Text>
          ))}
        </ul>
        {draft && (
          <Text size="sm" c="var(--frame-quiet)">
            {say('auditor.item.draft')}
          </Text>
        )}
      </Stack>
    </Fold>
  );
}

interface AnswerProps {
  readonly item: Item;
  readonly value: Value | undefined;
  readonly closed: boolean;
  readonly onChoose: (value: Value) => void;
}
/** Grave items know no half answer: the choice is not there, unless it was made before. */
function Answer({ item, value, closed, onChoose }: AnswerProps) {
  const say = useSay();
  const offered = VALUES.filter((one) => one !== 'partial' || !grave(item) || value === 'partial');
  return (
    <Choice
      name={`answer-${item.id}`}
      legend={say('auditor.item.answer', { id: item.id })}
      value={value}
      disabled={closed}
      onChoose={onChoose}
      options={offered.map((one) => ({
        value: one,
        label: say(`auditor.answer.${one}`),
        icon: ANSWER_ICONS[one],
      }))}
    />
  );
}

interface WordsProps {
  readonly value: Draft;
  readonly closed: boolean;
  readonly onWrite: (text: string) => void;
}
/** Asked for where the rules want one: what does not apply, and what is grave and was not seen. */
function Reason({ item, value, closed, onWrite }: WordsProps & { readonly item: Item }) {
  const say = useSay();
  const wanted = value.value === 'not-applicable' || value.value === 'not-verified';
  if (!wanted && !value.reason) return null;
  const demanded = value.value === 'not-applicable' || (value.value === 'not-verified' && grave(item));
  return (
    <Textarea
      label={say('auditor.item.reason')}
      required={demanded}
      value={value.reason ?? ''}
      disabled={closed}
      maxLength={2000}
      onChange={({ target }) => onWrite(target.value)}
    />
  );
}

function Note({ value, closed, onWrite }: WordsProps) {
  const say = useSay();
  const { number } = useForms();
  const id = useId();
  if (closed && !value.note) return null;
  const finding = value.value === 'partial' || value.value === 'nonconform';
  const short = finding && (value.evidence?.length ?? 0) === 0 && (value.note?.trim().length ?? 0) < MIN_NOTE;
  return (
    <Textarea
      id={id}
      label={say('auditor.item.note')}
      description={short ? say('auditor.item.note-hint', { least: number(MIN_NOTE) }) : undefined}
      value={value.note ?? ''}
      disabled={closed}
      maxLength={4000}
      onChange={({ target }) => onWrite(target.value)}
    />
  );
}

/** An answer for whoever decides between two. */
function Shown({ of }: { readonly of: Draft }) {
  const say = useSay();
  const sayCode = useSayCode();
  return (
    <Text>
      {of.value ? sayCode('auditor.answer', of.value) : '-'}
      {of.reason && ` · ${of.reason}`}
      {of.note && ` · ${of.note}`}
      {(of.evidence?.length ?? 0) > 0 &&
        ` · ${say('auditor.item.photos', { count: of.evidence?.length ?? 0 })}`}
    </Text>
  );
}
