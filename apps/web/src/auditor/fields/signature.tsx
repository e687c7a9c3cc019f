import { Button, Group, Stack, Text } from '@mantine/core';
import { useRef, useState, type PointerEvent } from 'react';
import { useSay } from '../../words/words.js';
import { drawn, MOST_LINES, WIDTH, HEIGHT, type Point } from './strokes.js';

interface SignatureProps {
  readonly label: string;
  /** Lines of an SVG path. */
  readonly value: string | undefined;
  readonly closed: boolean;
  readonly onWrite: (path: string | undefined) => void;
}

/** A field to sign on with a finger or a pen. What is drawn is kept as lines; nobody has to: the name says it too. */
export function Signature({ label, value, closed, onWrite }: SignatureProps) {
  const say = useSay();
  const field = useRef<SVGSVGElement>(null);
  const [line, setLine] = useState<readonly Point[]>();
  const lines = value?.match(/M[^M]+/g)?.length ?? 0;
  const at = ({ clientX, clientY }: PointerEvent): Point => {
    const box = field.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    const share = (part: number, of: number, most: number) =>
      Math.round(Math.min(1, Math.max(0, part / of)) * most);
    return [share(clientX - box.left, box.width, WIDTH), share(clientY - box.top, box.height, HEIGHT)];
  };
  const begin = (event: PointerEvent) => {
    if (closed || lines >= MOST_LINES) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setLine([at(event)]);
  };
  const end = () => {
    if (line) onWrite(`${value ?? ''}${drawn(line)}`);
    setLine(undefined);
  };
  return (
    <Stack gap={4}>
      <Text fw={600}>{label}</Text>
      <svg
        ref={field}
        className="signature"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={say(value ? 'auditor.signature.there' : 'auditor.signature.empty')}
        onPointerDown={begin}
        onPointerMove={(event) => line && setLine([...line, at(event)])}
        onPointerUp={end}
        onPointerCancel={() => setLine(undefined)}
      >
        <path d={`${value ?? ''}${line ? drawn(line) : ''}`} />
      </svg>
      <Text size="sm">{say('auditor.signature.hint')}</Text>
      {value && !closed && (
        <Group>
          <Button variant="subtle" onClick={() => onWrite(undefined)}>
            {say('auditor.signature.clear')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
