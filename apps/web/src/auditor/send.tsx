import { Alert, Button, Checkbox, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useDevice, useQueue } from '../offline/use-device.js';
import { allowed, AskButton } from '../ui/ask-button.js';
import { SavedLine } from '../ui/saved.js';
import { Unbroken } from '../ui/unbroken.js';
import { useForms } from '../words/forms.js';
import { useSay, useSayCode } from '../words/words.js';
import { CaseLink } from './case-link.js';
import { gapsOf } from './answers.js';
import { useStarted } from './case.js';
import { useAudit, useChecklist, type AuditPack } from './pack.js';
import { MEETING_NAMES, meetingPlace, partsOf, type AuditPaper } from './places.js';
import { Receipt } from './receipt.js';
import { useAnswersHere } from './use-answers.js';
import './auditor.css';

/** Handing the audit in: what the rules still want, what is still on this device, the declaration, and the receipt. */
export function SendAudit() {
  const say = useSay();
  const { id = '' } = useParams({ strict: false });
  const pack = useAudit(id);
  const { view } = pack;
  const { started } = useStarted(pack);
  const visits = Object.entries(view.surveillance).filter(([, { phase }]) => phase === 'assigned');
  return (
    <Stack>
      <Title order={1}>{say('auditor.link.send')}</Title>
      <CaseLink of={view} />
      <SavedLine />
      {view.audit.phase === 'submitted' && <Receipt pack={pack} />}
      {started && <HandIn pack={pack} paper="audit" />}
      {!started && view.audit.phase !== 'submitted' && visits.length === 0 && (
        <Alert role="status">{say('auditor.checklist.closed')}</Alert>
      )}
      {visits.map(([visit]) => (
        <HandIn key={visit} pack={pack} paper={`visit-${visit}`} />
      ))}
    </Stack>
  );
}

interface HandInProps {
  readonly pack: AuditPack;
  readonly paper: AuditPaper;
}
function HandIn({ pack, paper }: HandInProps) {
  const say = useSay();
  const [declared, setDeclared] = useState(false);
  const { view } = pack;
  const { checklist, carried } = useChecklist(pack);
  const { answers, ready } = useAnswersHere(pack, paper);
  const { entries } = useQueue();
  const unsent = entries.filter(({ caseId }) => caseId === view.id).length;
  const gaps = ready ? gapsOf(checklist, answers, paper === 'audit' ? carried : {}) : [];
  const visit = paper === 'audit' ? undefined : paper.slice('visit-'.length);
  const command = visit
    ? ({ type: 'submit-surveillance', visit } as const)
    : ({ type: 'submit-audit' } as const);
  const whole = ready && gaps.length === 0 && unsent === 0;
  return (
    <Stack component="section">
      {ready && <Missing gaps={gaps} caseId={view.id} visit={visit} />}
      <Unsent caseId={view.id} />
      {paper === 'audit' && <MeetingsMissing pack={pack} />}
      <Checkbox
        label={say('auditor.send.declaration')}
        checked={declared}
        disabled={!whole}
        onChange={({ currentTarget }) => setDeclared(currentTarget.checked)}
      />
      {!whole && <Text size="sm">{say('auditor.send.not-yet')}</Text>}
      {whole && declared && allowed(view, command.type, visit ? { visit } : {}) && (
        <AskButton of={view} command={command} subject={visit ? { visit } : {}}>
          {say('auditor.send.submit')}
        </AskButton>
      )}
    </Stack>
  );
}

/** Items by the section that their number begins with. */
function bySection(
  items: readonly string[],
): readonly (readonly [section: string, items: readonly string[]])[] {
  const found = new Map<string, string[]>();
  for (const item of items) {
    const [section = ''] = item.split('-');
    found.set(section, [...(found.get(section) ?? []), item]);
  }
  return [...found];
}
interface MissingProps {
  readonly gaps: readonly string[];
  readonly caseId: string;
  readonly visit: string | undefined;
}
function Missing({ gaps, caseId, visit }: MissingProps) {
  const say = useSay();
  const sayCode = useSayCode();
  if (gaps.length === 0) return <Alert color="green">{say('auditor.send.nothing-missing')}</Alert>;
  return (
    <Alert color="yellow" title={say('auditor.send.missing', { count: gaps.length })}>
      <Stack gap="xs" align="flex-start">
        {bySection(gaps).map(([section, items]) => (
          <Text key={section}>
            <strong>{sayCode('auditor.section', section)}</strong>
            {items.map((item) => (
              <Fragment key={item}>
                {' '}
                <Unbroken>{item}</Unbroken>
              </Fragment>
            ))}
          </Text>
        ))}
        <Link
          to="/qualifications/$id/checklist"
          params={{ id: caseId }}
          search={{ show: 'open', visit } as never}
          className="button-link"
        >
          {say('auditor.send.to-missing')}
        </Link>
      </Stack>
    </Alert>
  );
}

/** Nothing is handed in while part of it is only here. */
function Unsent({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const device = useDevice();
  const { entries, sending } = useQueue();
  const { list } = useForms();
  const mine = entries.filter((entry) => entry.caseId === caseId);
  if (mine.length === 0) return <Alert color="green">{say('auditor.send.all-received')}</Alert>;
  const items = [...new Set(mine.map(({ place }) => partsOf(place).item))];
  return (
    <Alert color="yellow" title={say('auditor.home.unsent', { count: mine.length })}>
      <Stack gap="xs" align="flex-start">
        <Text>{list(items.filter((item) => item.length < 20))}</Text>
        <Group gap="xs">
          <Button loading={sending} onClick={() => void device.send(true)}>
            {say('shell.saved.send-now')}
          </Button>
          <Link to={'/sync' as never} className="card-link">
            {say('auditor.send.to-sync')}
          </Link>
        </Group>
      </Stack>
    </Alert>
  );
}

/** The rules do not demand the meetings; whoever forgot one may want to know. */
function MeetingsMissing({ pack }: { readonly pack: AuditPack }) {
  const say = useSay();
  const { entries, known } = useQueue();
  const isThere = (name: string): boolean => entries.some(({ place }) => place === name) || known.has(name);
  const missing = MEETING_NAMES.filter(
    (meeting) =>
      !pack.meetings.some(({ item }) => item === meeting) &&
      !isThere(meetingPlace(pack.view.id, meeting).name),
  );
  if (missing.length === 0) return null;
  return (
    <Alert>
      <Text>{say('auditor.send.meetings')}</Text>
      <List>
        {missing.map((meeting) => (
          <List.Item key={meeting}>{say(`auditor.meeting.${meeting}`)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
