import type { AskCommand, QualificationView } from '#client';
import { Alert, Anchor, Button, List, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, CloudUpload } from 'lucide-react';
import { useDevice } from '../../offline/use-device.js';
import { AskButton, allowed } from '../../ui/ask-button.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { missingOf } from './apply.js';
import { fieldId } from './field.js';
import { FORMS, isFormSection } from './forms.js';
import { SectionForm } from './section-form.js';
import { fieldOf, gapsOf, inOrder, STEPS, stepFor, type Written } from './steps.js';
import { useWritten } from './use-written.js';
import { isWritable } from './writable.js';
import { wrongsIn } from './wrong.js';

const SIGN = STEPS[6].parts[0];
const COMMANDS = [
  'submit-application',
  'resubmit-application',
] as const satisfies readonly AskCommand['type'][];

/** Places that keep the application from being sent: what is missing, and what cannot stand. */
function openPoints(written: Written, missing: readonly string[]): readonly string[] {
  const wrong = Object.entries(written).flatMap(([section, content]) =>
    isFormSection(section)
      ? wrongsIn(FORMS[section], content).map(({ pointer }) => `${section}.${pointer.split('/')[1]}`)
      : [],
  );
  return inOrder([...new Set([...gapsOf(written, missing), ...wrong.map(fieldOf)])]);
}

/** The last look: what is missing, what was not received yet, the signature, and the button. */
export function Send({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const navigate = useNavigate();
  const { written, unsent } = useWritten(of.id);
  const open = openPoints(written, missingOf(of)).filter((path) => stepFor(path) !== 'send');
  const unsigned = openPoints(written, []).some((path) => stepFor(path) === 'send');
  const command = COMMANDS.find((type) => allowed(of, type));
  const done = () => void navigate({ to: '/qualifications/$id', params: { id: of.id } });
  return (
    <Stack>
      {open.length > 0 && <Missing caseId={of.id} paths={open} />}
      <Title order={2}>{say('supplier.send.sign')}</Title>
      <SectionForm
        caseId={of.id}
        category={of.category}
        part={SIGN}
        readOnly={!isWritable(of, 'declaration')}
      />
      {unsent.length > 0 && <Unsent count={unsent.length} />}
      {command && open.length === 0 && !unsigned && unsent.length === 0 && (
        <Stack gap="xs">
          <Text className="due">
            <CircleCheck aria-hidden size={18} /> {say('supplier.send.ready')}
          </Text>
          <AskButton of={of} command={{ type: command }} onDone={done} size="md">
            {say(command === 'submit-application' ? 'supplier.send.submit' : 'supplier.send.resubmit')}
          </AskButton>
          <Text size="sm">{say('supplier.send.then')}</Text>
        </Stack>
      )}
      {command && open.length === 0 && unsigned && <Text>{say('supplier.send.sign-first')}</Text>}
      {!command && <Text>{say('supplier.send.sent')}</Text>}
    </Stack>
  );
}

function Missing({ caseId, paths }: { readonly caseId: string; readonly paths: readonly string[] }) {
  const say = useSay();
  const { named } = useForms();
  return (
    <Alert
      color="yellow"
      icon={<CircleAlert aria-hidden />}
      title={say('supplier.send.missing', { count: paths.length })}
    >
      <List>
        {paths.map((path) => {
          const [section = '', field = ''] = path.split('.');
          const to = `/qualifications/${caseId}/apply/${stepFor(path)}`;
          const [page, name] = [
            say(`supplier.step.${stepFor(path)}`),
            say(`supplier.field.${section}.${field}`),
          ];
          return (
            <List.Item key={path}>
              <Anchor component={Link} to={to} hash={fieldId(section, `#/${field}`)}>
                {page === name ? name : named(page, name)}
              </Anchor>
            </List.Item>
          );
        })}
      </List>
    </Alert>
  );
}

function Unsent({ count }: { readonly count: number }) {
  const say = useSay();
  const device = useDevice();
  return (
    <Alert icon={<CloudUpload aria-hidden />} title={say('supplier.send.unsent', { count })} role="status">
      <Text mb="sm">{say('supplier.send.unsent-why')}</Text>
      <Button variant="default" onClick={() => void device.send(true)}>
        {say('shell.saved.send-now')}
      </Button>
    </Alert>
  );
}
