import { Checkbox, Kbd, Modal, Stack } from '@mantine/core';
import { useSay } from '../../../words/words.js';
import '../../../ui/more-styles.js';

const KEYS = [
  ['j', 'next'],
  ['k', 'before'],
  ['x', 'tick'],
  ['e', 'open'],
  ['a', 'give'],
  ['?', 'help'],
  ['Ctrl K', 'palette'],
] as const;

interface KeysDialogProps {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly onClose: () => void;
}
/** Which keys do what, and the way to have none: whoever speaks to their computer would press them by chance. */
export function KeysDialog({ isOn, onSwitch, onClose }: KeysDialogProps) {
  const say = useSay();
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('office.inbox.keys.title')}
      closeButtonProps={{ 'aria-label': say('office.close'), size: 44 }}
    >
      <Stack>
        <dl className="keys">
          {KEYS.map(([key, name]) => (
            <div key={key}>
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{say(`office.inbox.keys.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <Checkbox
          label={say('office.inbox.keys.on')}
          checked={isOn}
          onChange={({ target }) => onSwitch(target.checked)}
        />
      </Stack>
    </Modal>
  );
}
