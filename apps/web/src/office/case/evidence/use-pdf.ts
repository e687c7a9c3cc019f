import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { openPdf } from './pdf.js';

interface Opened {
  readonly file: PDFDocumentProxy | undefined;
  readonly failed: boolean;
}
const NOTHING: Opened = { file: undefined, failed: false };

/** A file that is open as long as it is looked at. */
export function usePdf(url: string): Opened {
  const [opened, setOpened] = useState(NOTHING);
  useEffect(() => {
    let left = false;
    const task = openPdf(url);
    task
      .then((loading) => loading.promise)
      .then(
        (file) => left || setOpened({ file, failed: false }),
        () => {
          if (!left) setOpened({ file: undefined, failed: true });
        },
      );
    return () => {
      left = true;
      setOpened(NOTHING);
      void task.then((loading) => loading.destroy()).catch(() => undefined);
    };
  }, [url]);
  return opened;
}

/** Draws a page as wide as the place it has, times `zoom`, sharp on every screen. */
export function usePage(
  file: PDFDocumentProxy | undefined,
  page: number,
  zoom: number,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let left = false;
    let cancel: (() => void) | undefined;
    const draw = async (to: HTMLCanvasElement, from: PDFDocumentProxy) => {
      const shown = await from.getPage(page);
      if (left) return;
      const room = to.parentElement?.clientWidth ?? 600;
      const scale = (room / shown.getViewport({ scale: 1 }).width) * zoom;
      const viewport = shown.getViewport({ scale: scale * devicePixelRatio });
      to.width = Math.floor(viewport.width);
      to.height = Math.floor(viewport.height);
      to.style.width = `${Math.floor(viewport.width / devicePixelRatio)}px`;
      to.dataset['page'] = '';
      const task = shown.render({ canvas: to, viewport });
      cancel = () => task.cancel();
      await task.promise;
      to.dataset['page'] = String(page);
    };
    // A page that is turned before it was drawn is not drawn any more.
    if (canvas.current && file) draw(canvas.current, file).catch(() => undefined);
    return () => {
      left = true;
      cancel?.();
    };
  }, [file, page, zoom]);
  return canvas;
}
