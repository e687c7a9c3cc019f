// Builds the app into dist/web; `vite` itself may be installed here or at the top.
import { build } from 'vite';

await build({ root: import.meta.dirname, logLevel: 'warn' });
