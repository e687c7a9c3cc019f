import type { AskCommand, QualificationView } from '#client';
import { List, Stack, Text, type ButtonProps } from '@mantine/core';
import { useAsk } from '../server/ask.js';
import { useMoreWords } from '../words/more-words.js';
import { useSay, useSayCode } from '../words/words.js';
import { ProblemText } from './problem-text.js';
import { SureButton } from './sure-button.js';

type Allowed = QualificationView['allowedCommands'][number];

/** Whether a command may be given now by this person, about this subject. */
export const allowed = (
  { allowedCommands }: Pick<QualificationView, 'allowedCommands'>,
  type: AskCommand['type'],
  subject: Readonly<Record<string, string | number>> = {},
): Allowed | undefined =>
  allowedCommands.find(
    (one) =>
      one.type === type && Object.entries(subject).every(([name, value]) => one.subject[name] === value),
  );

interface AskButtonProps extends ButtonProps {
  readonly of: Pick<QualificationView, 'id' | 'allowedCommands'>;
  readonly command: AskCommand;
  /** What tells this command from others of its type: which buyer's, which pilot's. */
  readonly subject?: Readonly<Record<string, string | number>>;
  /** What is asked before a command that cannot be taken back. */
  readonly question?: string;
  /** What is in the way that the page itself says, in more detail: it is not said twice. */
  readonly said?: readonly string[];
  readonly onDone?: () => void;
}

/** Gives a command. It is there only for whom it is allowed; one that is blocked says what is missing. */
export function AskButton({
  of,
  command,
  subject,
  question,
  said = [],
  onDone,
  disabled,
  ...button
}: AskButtonProps) {
  const say = useSay();
  const ask = useAsk(of.id);
  const may = allowed(of, command.type, subject);
  if (!may) return null;
  const blocked = may.blockedBy.length > 0;
  const unsaid = may.blockedBy.filter((code) => !said.includes(code));
  // What is told of it when it is done must not depend on this button, which may be gone by then.
  const give = () =>
    ask.mutateAsync(command).then(
      ({ status }) => status === 'done' && onDone?.(),
      () => undefined,
    );
  return (
    <Stack gap="xs" align="flex-start">
      <SureButton
        {...button}
        question={question}
        loading={ask.isPending}
        disabled={blocked || disabled}
        onYes={() => void give()}
      />
      {unsaid.length > 0 && <Blocked by={unsaid} />}
      {ask.data?.status === 'pending' && <Text role="status">{say('shell.being-decided')}</Text>}
      {ask.error && <ProblemText error={ask.error} />}
    </Stack>
  );
}

/** What is in the way of a command, in words. */
export function Blocked({ by }: { readonly by: readonly string[] }) {
  const say = useSay();
  const sayCode = useSayCode();
  useMoreWords('case');
  return (
    <>
      <Text size="sm">{say('shell.blocked')}</Text>
      <List size="sm">
        {by.map((code) => (
          <List.Item key={code}>{sayCode('refusals', code)}</List.Item>
        ))}
      </List>
    </>
  );
}
