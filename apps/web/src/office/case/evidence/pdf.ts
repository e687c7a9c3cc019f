import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist';

/** What PDF files may refer to and need not bring: written by the build beside the app (`pdf-files-plugin.ts`). */
const filesOf = (version: string, name: string): string =>
  `${import.meta.env.BASE_URL}assets/pdf-${version}/${name}/`;

/** Opens a file in a worker of its own, from a file of ours. The reader of PDF comes only when somebody opens one. */
export async function openPdf(url: string): Promise<PDFDocumentLoadingTask> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = workerAddress;
  return pdfjs.getDocument({
    url,
    cMapUrl: filesOf(pdfjs.version, 'cmaps'),
    standardFontDataUrl: filesOf(pdfjs.version, 'standard_fonts'),
    wasmUrl: filesOf(pdfjs.version, 'wasm'),
    isEvalSupported: false,
    enableXfa: false,
  });
}
