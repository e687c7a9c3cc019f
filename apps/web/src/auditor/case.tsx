import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ClipboardList, MessagesSquare, PenLine, Send, type LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import { useDevice, useQueue } from '../offline/use-device.js';
import { allowed } from '../ui/ask-button.js';
import { StatusLine } from '../ui/status-line.js';
import { Unbroken } from '../ui/unbroken.js';
import { useForms } from '../words/forms.js';
import { useSay } from '../words/words.js';
import { progressOf } from './answers.js';
import { CorrectiveActions } from './corrective-actions.js';
import { KeepButton } from './home.js';
import { dropAudit, useAudit, useChecklist, type AuditPack } from './pack.js';
import { startPlace } from './places.js';
import { Prepare } from './prepare.js';
import { useAnswers } from './use-answers.js';
import { Visit } from './visit.js';
import './auditor.css';

/** One audit: where it stands, what to do next, and all that is good to know before one goes there. */
export function AuditorCase() {
  const { id } = useParams({ from: '/qualifications/$id' });
  const pack = useAudit(id);
  const { view } = pack;
  return (
    <Stack>
      <Title order={1}>{view.supplier.name}</Title>
      <Text>
        {view.site.name} · <Unbroken>{view.caseNumber}</Unbroken>
      </Text>
      <StatusLine of={view} />
      <NextStep pack={pack} />
      <LaterVisits of={view} />
      <Links id={id} />
      <OnThisDevice pack={pack} />
      <Visit of={view} />
      <CorrectiveActions of={view} />
      <Prepare pack={pack} />
    </Stack>
  );
}

/** Whether an audit was started, here or anywhere; here it may still wait to be told. */
export function useStarted({ view }: AuditPack): { readonly started: boolean; readonly waits: boolean } {
  const queries = useQueryClient();
  const { entries, receipts } = useQueue();
  const isStart = ({ place }: { readonly place: string }): boolean => place === startPlace(view.id).name;
  const waits = entries.some(isStart);
  // It was received from here after the case was read, and nobody told this page of it.
  const unheard = view.audit.phase === 'visit-agreed' && receipts.some(isStart);
  useEffect(() => {
    if (unheard) void queries.invalidateQueries({ queryKey: ['case', view.id] });
  }, [unheard, queries, view.id]);
  return { started: waits || unheard || view.audit.phase === 'in-progress', waits };
}

/** The one thing to do: start, or go on. Starting needs no line: it is kept here, and told before the first answer. */
function NextStep({ pack }: { readonly pack: AuditPack }) {
  const say = useSay();
  const { number } = useForms();
  const device = useDevice();
  const { started, waits } = useStarted(pack);
  const { checklist, carried } = useChecklist(pack);
  const answers = useAnswers(pack, 'audit');
  const { view } = pack;
  if (!started && !allowed(view, 'start-audit')) return null;
  const start = async () => {
    await device.queue.write(startPlace(view.id), { type: 'start-audit' }, undefined);
    void device.send(true);
  };
  const { done, all } = progressOf(checklist, answers, carried);
  return (
    <Paper withBorder p="md">
      <Stack align="flex-start" gap="xs">
        {started ? (
          <>
            <Text>{say('auditor.next.progress', { done: number(done), all: number(all) })}</Text>
            {waits && <Text size="sm">{say('auditor.next.start-waits')}</Text>}
            <Link to="/qualifications/$id/checklist" params={{ id: view.id }} className="button-link">
              {say('auditor.next.go-on')}
            </Link>
          </>
        ) : (
          <>
            <Text>{say('auditor.next.start-hint')}</Text>
            <Button onClick={() => void start()}>{say('auditor.next.start')}</Button>
          </>
        )}
      </Stack>
    </Paper>
  );
}

/** Visits of the years after that the auditor is on: the same checklist, on a paper of their own. */
function LaterVisits({ of: { id, surveillance } }: { readonly of: AuditPack['view'] }) {
  const say = useSay();
  const visits = Object.entries(surveillance).filter(([, { phase }]) => phase === 'assigned');
  return visits.map(([visit]) => (
    <Paper key={visit} withBorder p="md">
      <Stack align="flex-start" gap="xs">
        <Text>{say('auditor.home.later-visit')}</Text>
        <Link
          to={'/qualifications/$id/checklist' as never}
          params={{ id } as never}
          search={{ visit } as never}
          className="button-link"
        >
          {say('auditor.next.go-on')}
        </Link>
      </Stack>
    </Paper>
  ));
}

const LINKS: readonly (readonly [path: string, text: string, icon: LucideIcon])[] = [
  ['checklist', 'auditor.link.checklist', ClipboardList],
  ['interviews', 'auditor.link.interviews', MessagesSquare],
  ['meetings', 'auditor.link.meetings', PenLine],
  ['send', 'auditor.link.send', Send],
];
function Links({ id }: { readonly id: string }) {
  const say = useSay();
  return (
    <nav className="audit-links" aria-label={say('auditor.link.label')}>
      {LINKS.map(([path, text, Icon]) => (
        <Link
          key={path}
          to={`/qualifications/$id/${path}` as never}
          params={{ id } as never}
          className="tile-link"
        >
          <Icon aria-hidden size={22} /> {say(text)}
        </Link>
      ))}
    </nav>
  );
}

function OnThisDevice({ pack: { view, keptAt } }: { readonly pack: AuditPack }) {
  const say = useSay();
  const { moment } = useForms();
  const device = useDevice();
  const { entries } = useQueue();
  const unsent = entries.filter(({ caseId }) => caseId === view.id).length;
  return (
    <Paper withBorder p="md" component="section" aria-label={say('auditor.kept.title')}>
      <Stack gap="xs" align="flex-start">
        <Text fw={600}>{say('auditor.kept.title')}</Text>
        <Text>
          {keptAt
            ? say('auditor.kept.since', { at: moment(new Date(keptAt).toISOString()) })
            : say('auditor.kept.not')}
        </Text>
        {unsent > 0 && <Text>{say('auditor.home.unsent', { count: unsent })}</Text>}
        <Group gap="xs">
          <KeepButton
            id={view.id}
            name={view.supplier.name}
            again={keptAt !== null}
            onKept={() => undefined}
          />
          {keptAt !== null && unsent === 0 && (
            <Button variant="subtle" onClick={() => void dropAudit(device, view.id)}>
              {say('auditor.kept.drop')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
