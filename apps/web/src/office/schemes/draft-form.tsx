import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSay } from '../../words/words.js';
import { SchemeProblems } from './problems.js';
import type { Draft } from './use-draft.js';
import type { Version } from './version-data.js';

type Form = Omit<Draft<object>, 'draft' | 'change'>;

interface DraftFormProps {
  readonly of: Version;
  readonly form: Form;
  /** Something is marked that has to be mended first. */
  readonly isWrong: boolean;
  readonly children: ReactNode;
}
/** A part of a draft. A version is saved as a whole, so a button saves it; who leaves before is asked. */
export function DraftForm({ of, form, isWrong, children }: DraftFormProps) {
  const leaving = useBlocker({
    shouldBlockFn: () => form.isChanged,
    enableBeforeUnload: () => form.isChanged,
    withResolver: true,
  });
  return (
    <Stack>
      {form.isOvertaken && <Overtaken onMine={form.keepMine} onTheirs={form.takeTheirs} />}
      {children}
      {leaving.status === 'blocked' && <Leaving onStay={leaving.reset} onLeave={leaving.proceed} />}
      <SaveBar form={form} isWrong={isWrong} />
      {form.error && <SchemeProblems of={of} error={form.error} />}
    </Stack>
  );
}

function SaveBar({ form, isWrong }: Pick<DraftFormProps, 'form' | 'isWrong'>) {
  const say = useSay();
  const { isChanged, isOvertaken, isSaving, isSaved } = form;
  const state = isChanged && (isWrong ? 'office.schemes.mend' : 'office.schemes.unsaved');
  return (
    <Group gap="sm" className="scheme-save">
      <Button loading={isSaving} disabled={!isChanged || isOvertaken || isWrong} onClick={form.save}>
        {say('office.save')}
      </Button>
      {isChanged && (
        <Button variant="default" onClick={form.undo}>
          {say('office.schemes.undo')}
        </Button>
      )}
      <Text role="status">{state ? say(state) : isSaved && say('office.schemes.saved')}</Text>
    </Group>
  );
}

interface OvertakenProps {
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}
/** Somebody else saved the same part: a person says which of both stays. */
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
