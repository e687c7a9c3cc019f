import { listSafeguardingNotes } from '#client';
import { Alert, Button, List, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { isDeviceFull } from '../offline/device-store.js';
import { useDevice, useQueue } from '../offline/use-device.js';
import { told } from '../server/told.js';
import { SavedLine } from '../ui/saved.js';
import { numberTyped } from '../words/digits.js';
import { useForms } from '../words/forms.js';
import { useSay, useSayCode } from '../words/words.js';
import { CaseLink } from './case-link.js';
import { useStarted } from './case.js';
import { Choice } from './choice.js';
import { useAudit, type AuditPack } from './pack.js';
import { interviewedIn, notePlace, notesOf, type Interviewed } from './places.js';
import './auditor.css';

const MOST = 10_000;

/** What workers told: sealed, numbers and groups only. Once a note was received nothing of it stays on this device. */
export function Interviews() {
  const say = useSay();
  const { id = '' } = useParams({ strict: false });
  const pack = useAudit(id);
  const { started } = useStarted(pack);
  return (
    <Stack>
      <Title order={1}>{say('auditor.link.interviews')}</Title>
      <CaseLink of={pack.view} />
      <Alert icon={<Lock aria-hidden />}>{say('auditor.note.sealed')}</Alert>
      {!started && <Alert role="status">{say('auditor.checklist.closed')}</Alert>}
      <Wanted pack={pack} />
      {started && <NewNote caseId={id} />}
      <SavedLine />
      <Written caseId={id} />
      <Told caseId={id} />
    </Stack>
  );
}

/** How many are to be spoken with, and how many were according to what was written here. */
function Wanted({ pack: { view, plan } }: { readonly pack: AuditPack }) {
  const say = useSay();
  const { number } = useForms();
  const { entries, receipts } = useQueue();
  const here = [...entries, ...receipts]
    .filter(({ place }) => place.startsWith(notesOf(view.id)))
    .flatMap(({ place }) => interviewedIn(place) ?? []);
  const sum = (of: (one: Interviewed) => number) => here.reduce((all, one) => all + of(one), 0);
  const { samples } = plan;
  return (
    <>
      {samples && (
        <Text>
          {say('auditor.note.wanted', {
            workers: number(samples.interviews.workers),
            women: number(samples.interviews.womenAtLeast),
            alone: number(samples.interviews.inPrivate),
          })}
        </Text>
      )}
      <Text>
        {say('auditor.note.so-far', {
          workers: sum(({ workers }) => workers),
          women: sum(({ women }) => women),
          alone: number(sum(({ kind, workers }) => (kind === 'private' ? workers : 0))),
        })}
      </Text>
    </>
  );
}

function NewNote({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const device = useDevice();
  const [kind, setKind] = useState<Interviewed['kind']>('private');
  const [workers, setWorkers] = useState('1');
  const [women, setWomen] = useState('');
  const [text, setText] = useState('');
  const [full, setFull] = useState(false);
  const [all, ofThem] = [numberTyped(workers) ?? 0, numberTyped(women) ?? 0];
  const fits = Number.isInteger(all) && all >= 1 && Number.isInteger(ofThem) && ofThem >= 0 && ofThem <= all;
  const head = say(`auditor.note.head.${kind}`, { workers: all, women: ofThem });
  const write = async () => {
    const place = notePlace(caseId, { kind, workers: all, women: ofThem }, crypto.randomUUID());
    try {
      await device.queue.write(place, { text: `${head}\n${text}` }, null);
    } catch (error) {
      if (!isDeviceFull(error)) throw error;
      return setFull(true);
    }
    setFull(false);
    setText('');
    void device.send();
  };
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm" align="stretch">
        <Title order={2}>{say('auditor.note.new')}</Title>
        <Choice
          name="interviewed"
          legend={say('auditor.note.kind')}
          value={kind}
          onChoose={setKind}
          options={(['private', 'group'] as const).map((value) => ({
            value,
            label: say(`auditor.note.kind.${value}`),
          }))}
        />
        <TextInput
          label={say('auditor.note.workers')}
          inputMode="numeric"
          value={workers}
          onChange={({ target }) => setWorkers(target.value)}
        />
        <TextInput
          label={say('auditor.note.women')}
          inputMode="numeric"
          value={women}
          error={fits ? undefined : say('auditor.note.numbers-wrong')}
          onChange={({ target }) => setWomen(target.value)}
        />
        <Textarea
          label={say('auditor.note.text')}
          description={say('auditor.note.no-names')}
          value={text}
          maxLength={MOST - 200}
          minRows={4}
          onChange={({ target }) => setText(target.value)}
        />
        {full && (
          <Text size="sm" c="red.8" role="alert">
            {say('auditor.kept.full')}
          </Text>
        )}
        <Button disabled={!fits || !text.trim()} onClick={() => void write()}>
          {say('auditor.note.keep')}
        </Button>
      </Stack>
    </Paper>
  );
}

/** Notes that wait on this device, and those that left it. */
function Written({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { time } = useForms();
  const { entries, receipts } = useQueue();
  const mine = ({ place }: { readonly place: string }) => place.startsWith(notesOf(caseId));
  const rows = [
    ...entries.filter(mine).map(({ id, place, at, state, problem }) => ({ id, place, at, state, problem })),
    ...receipts.filter(mine).map(({ id, place, at }) => ({ id, place, at, state: 'received', problem: '' })),
  ];
  if (rows.length === 0) return null;
  return (
    <section>
      <Title order={2}>{say('auditor.note.written')}</Title>
      <List>
        {rows.map(({ id, place, at, state, problem }) => {
          const { kind = 'private', workers = 0, women = 0 } = interviewedIn(place) ?? {};
          return (
            <List.Item key={id}>
              {say(`auditor.note.head.${kind}`, { workers, women })} ·{' '}
              {say(`shell.saved.${state}`, { at: time(new Date(at).toISOString()) })}
              {state === 'needs-you' && ` · ${sayCode('auditor.refused', problem ?? '')}`}
            </List.Item>
          );
        })}
      </List>
    </section>
  );
}

/** What was received, for the one who audits; read each time, and never kept on the device. */
function Told({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const { moment } = useForms();
  const { data } = useQuery({
    queryKey: ['case', caseId, 'notes'],
    queryFn: () => told(listSafeguardingNotes({ path: { id: caseId }, query: { limit: 200 } })),
    retry: false,
  });
  const notes = (data?.items ?? []).filter(({ kind }) => kind === 'interview');
  if (notes.length === 0) return null;
  return (
    <section>
      <Title order={2}>{say('auditor.note.received')}</Title>
      <ul className="plain-list">
        {notes.map(({ id, text, occurredAt }) => (
          <Paper key={id} withBorder p="md" component="li">
            <Text size="sm" c="var(--frame-quiet)">
              {moment(occurredAt)}
            </Text>
            <Text className="written">{text}</Text>
          </Paper>
        ))}
      </ul>
    </section>
  );
}
