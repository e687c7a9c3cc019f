import { Button, Group, Stack, Text } from '@mantine/core';
import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { useForms } from '../../../words/forms.js';
import { useSay } from '../../../words/words.js';
import { usePage, usePdf } from './use-pdf.js';

const ZOOMS = [1, 1.5, 2, 3] as const;

interface PdfViewerProps {
  readonly url: string;
  readonly name: string;
}
/** A PDF page by page, as large as somebody needs it. */
export function PdfViewer({ url, name }: PdfViewerProps) {
  const say = useSay();
  const { number } = useForms();
  const { file, failed } = usePdf(url);
  const [page, setPage] = useState(1);
  const [nth, setNth] = useState(0);
  const canvas = usePage(file, page, ZOOMS[nth] ?? 1);
  const pages = file?.numPages ?? 1;
  if (failed) return <Text role="alert">{say('office.pdf.failed')}</Text>;
  const place = say('office.pdf.page', { page: number(page), pages: number(pages) });
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          variant="default"
          disabled={page <= 1}
          onClick={() => setPage(page - 1)}
          leftSection={<ChevronLeft aria-hidden size={18} />}
        >
          {say('office.pdf.previous')}
        </Button>
        <Text role="status">{file && place}</Text>
        <Button
          variant="default"
          disabled={page >= pages}
          onClick={() => setPage(page + 1)}
          rightSection={<ChevronRight aria-hidden size={18} />}
        >
          {say('office.pdf.next')}
        </Button>
        <Button
          variant="default"
          disabled={nth === 0}
          onClick={() => setNth(nth - 1)}
          leftSection={<ZoomOut aria-hidden size={18} />}
        >
          {say('office.pdf.smaller')}
        </Button>
        <Button
          variant="default"
          disabled={nth === ZOOMS.length - 1}
          onClick={() => setNth(nth + 1)}
          leftSection={<ZoomIn aria-hidden size={18} />}
        >
          {say('office.pdf.larger')}
        </Button>
      </Group>
      <div className="pdf-page" tabIndex={0} role="group" aria-label={`${name}, ${place}`}>
        <canvas ref={canvas} role="img" aria-label={`${name}, ${place}`} />
      </div>
    </Stack>
  );
}
