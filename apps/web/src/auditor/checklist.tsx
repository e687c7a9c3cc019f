import { Alert, Button, Group, NativeSelect, Progress, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ArrowDownToLine } from 'lucide-react';
import { useEffect, useState } from 'react';
import { SavedLine } from '../ui/saved.js';
import { Empty } from '../ui/empty.js';
import { useForms } from '../words/forms.js';
import { useSay, useSayCode } from '../words/words.js';
import { CaseLink } from './case-link.js';
import {
  grave,
  isDone,
  nextOpen,
  progressOf,
  sectionsIn,
  stateOf,
  type Answers,
  type Item,
} from './answers.js';
import { useStarted } from './case.js';
import { Fold } from './fold.js';
import { ItemCard } from './item.js';
import { useAudit, useChecklist, type AuditPack } from './pack.js';
import type { AuditPaper } from './places.js';
import { useAnswersHere } from './use-answers.js';
import './auditor.css';

const SHOWN = ['open', 'critical', 'here'] as const;
type Shown = (typeof SHOWN)[number];
interface Chosen {
  readonly section?: string | undefined;
  readonly show?: Shown | undefined;
  readonly visit?: string | undefined;
}

/** Which items may be answered now. */
function useWritable(pack: AuditPack, paper: AuditPaper, carried: Readonly<Record<string, string>>) {
  const { started } = useStarted(pack);
  const reopened = pack.view.audit.reopenedItems ?? [];
  return (id: string): boolean => {
    if (paper !== 'audit') return true;
    return started && (reopened.length > 0 ? reopened.includes(id) : !(id in carried));
  };
}

/** The checklist, a section at a time: what is asked, what was answered, what is still to do. */
export function Checklist() {
  const say = useSay();
  const { id = '' } = useParams({ strict: false });
  const chosen: Chosen = useSearch({ strict: false });
  const pack = useAudit(id);
  const paper: AuditPaper = chosen.visit ? `visit-${chosen.visit}` : 'audit';
  const { checklist, carried } = useChecklist(pack);
  const { answers, here, ready } = useAnswersHere(pack, paper);
  const writable = useWritable(pack, paper, carried);
  const sections = sectionsIn(checklist);
  const section = chosen.section ?? (chosen.show ? undefined : sections[0]);
  const items = useShown(checklist, { ...chosen, section }, { answers, here, carried, ready });
  const [target, setTarget] = useTarget(items);
  return (
    <Stack>
      <Title order={1}>{say('auditor.checklist.title')}</Title>
      <CaseLink of={pack.view} />
      {!checklist.some((item) => writable(item.id)) && (
        <Alert role="status">{say('auditor.checklist.closed')}</Alert>
      )}
      <div className="checklist-bar">
        <Sections all={checklist} answers={answers} carried={carried} chosen={{ ...chosen, section }} />
        <Bar
          all={checklist}
          {...{ answers, carried, chosen }}
          after={target}
          onNext={(item) => setTarget(item.id)}
        />
      </div>
      <SavedLine />
      {items.length === 0 && ready && <Empty text={say('auditor.checklist.none')} />}
      {items.map((item) => (
        <ItemCard
          key={`${paper} ${item.id}`}
          {...{ pack, paper, item, carried: carried[item.id], readOnly: !writable(item.id) }}
        />
      ))}
      <OpenList all={checklist} answers={answers} carried={carried} onJump={(item) => setTarget(item.id)} />
    </Stack>
  );
}

interface Known {
  readonly answers: Answers;
  readonly carried: Readonly<Record<string, string>>;
}

/** The items that are chosen, as they stood when they were chosen: an answer does not make its item go away. */
function useShown(
  all: readonly Item[],
  { section, show }: Chosen,
  { answers, here, carried, ready }: Known & { readonly here: ReadonlySet<string>; readonly ready: boolean },
): readonly Item[] {
  const fits = (item: Item): boolean => {
    if (section && item.section !== section) return false;
    if (show === 'critical') return grave(item);
    if (show === 'here') return here.has(item.id);
    return show !== 'open' || !isDone(stateOf(item, answers, carried));
  };
  const choice = `${section} ${show} ${ready}`;
  const [shown, setShown] = useState<{ readonly choice: string; readonly ids: ReadonlySet<string> }>();
  useEffect(() => {
    setShown({ choice, ids: new Set(all.filter(fits).map(({ id }) => id)) });
  }, [choice]);
  return shown ? all.filter(({ id }) => shown.ids.has(id)) : [];
}

/** Which item somebody jumps to: it gets the focus as soon as it is there. */
function useTarget(items: readonly Item[]) {
  const [target, setTarget] = useState<string>();
  const isThere = items.some(({ id }) => id === target);
  useEffect(() => {
    if (!isThere || !target) return;
    const element = document.getElementById(`item-${target}`);
    element?.scrollIntoView({ block: 'start' });
    element?.focus({ preventScroll: true });
  }, [isThere, target]);
  return [target, setTarget] as const;
}

interface SectionsProps extends Known {
  readonly all: readonly Item[];
  readonly chosen: Chosen;
}
function Sections({ all, answers, carried, chosen }: SectionsProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const { number } = useForms();
  return (
    <nav aria-label={say('auditor.checklist.sections')}>
      <ul className="section-tabs">
        {sectionsIn(all).map((section) => {
          const { done, all: count } = progressOf(
            all.filter((item) => item.section === section),
            answers,
            carried,
          );
          return (
            <li key={section}>
              <Link
                to="."
                search={{ visit: chosen.visit, section } as never}
                className="section-tab"
                aria-current={section === chosen.section ? 'page' : undefined}
                replace
              >
                <span>{sayCode('auditor.section', section)}</span>
                <Text span size="sm">
                  {say('auditor.checklist.count', { done: number(done), all: number(count) })}
                </Text>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

interface BarProps extends SectionsProps {
  readonly after: string | undefined;
  readonly onNext: (item: Item) => void;
}
function Bar({ all, answers, carried, chosen, after, onNext }: BarProps) {
  const say = useSay();
  const { number } = useForms();
  const navigate = useNavigate();
  const { done, all: count } = progressOf(all, answers, carried);
  const next = nextOpen(all, answers, carried, after);
  const go = (item: Item) => {
    void navigate({
      to: '.',
      search: { visit: chosen.visit, section: item.section } as never,
      replace: true,
    });
    onNext(item);
  };
  const show = (value: string) =>
    void navigate({
      to: '.',
      search: { visit: chosen.visit, show: value || undefined } as never,
      replace: true,
    });
  return (
    <>
      <Progress
        value={(100 * done) / Math.max(1, count)}
        aria-label={say('auditor.next.progress', { done: number(done), all: number(count) })}
        my="xs"
      />
      <Group gap="xs" align="flex-end">
        <NativeSelect
          aria-label={say('auditor.checklist.show')}
          value={chosen.show ?? ''}
          onChange={({ target }) => show(target.value)}
          data={[
            { value: '', label: say('auditor.checklist.show.section') },
            ...SHOWN.map((one) => ({ value: one, label: say(`auditor.checklist.show.${one}`) })),
          ]}
        />
        {next && (
          <Button
            variant="light"
            leftSection={<ArrowDownToLine aria-hidden size={18} />}
            onClick={() => go(next)}
          >
            {say('auditor.checklist.next')}
          </Button>
        )}
      </Group>
    </>
  );
}

interface OpenListProps extends Known {
  readonly all: readonly Item[];
  readonly onJump: (item: Item) => void;
}
/** Everything that still wants something, grave items first. */
function OpenList({ all, answers, carried, onJump }: OpenListProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const navigate = useNavigate();
  const open = all.filter((item) => !isDone(stateOf(item, answers, carried)));
  const sorted = [...open.filter(grave), ...open.filter((item) => !grave(item))];
  if (open.length === 0) return null;
  const jump = (item: Item) => {
    void navigate({
      to: '.',
      search: ((before: object) => ({ ...before, show: undefined, section: item.section })) as never,
      replace: true,
    });
    onJump(item);
  };
  return (
    <Fold title={say('auditor.checklist.open', { count: open.length })}>
      <Group gap="xs">
        {sorted.map((item) => (
          <Button key={item.id} variant="default" onClick={() => jump(item)}>
            {item.id}
            {grave(item) && ` · ${sayCode('names.severity', item.severity)}`}
          </Button>
        ))}
      </Group>
    </Fold>
  );
}
