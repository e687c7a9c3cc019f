import { parentPort, workerData } from 'node:worker_threads';
import { cellsOf, type TableKind } from './table-cells.js';

const { bytes, kind } = workerData as { readonly bytes: Uint8Array; readonly kind: TableKind };
parentPort?.postMessage(await cellsOf(bytes, kind));
