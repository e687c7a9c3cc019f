import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { messagesOf } from '../../libs/wording/catalogues.mjs';

const ASKED = /\.po\?texts(?:=(.+))?$/;

/**
 * PO catalogues as data that a page fetches when it needs them: importing `some.km.po?texts` gives the address of its compiled texts as
 * JSON, `?texts=duties,names` of those that begin so.
 */
export function catalogues(): Plugin {
  let serving = false;
  return {
    name: 'selvedge-catalogues',
    enforce: 'pre',
    configResolved: ({ command }) => void (serving = command === 'serve'),
    load(id) {
      const [, only] = ASKED.exec(id) ?? [];
      if (!ASKED.test(id)) return undefined;
      const path = id.slice(0, id.lastIndexOf('?'));
      this.addWatchFile(path);
      const name = basename(path, '.po');
      const json = JSON.stringify(messagesOf(name, readFileSync(path, 'utf8'), only?.split(',')));
      if (serving)
        return `export default ${JSON.stringify(`data:application/json,${encodeURIComponent(json)}`)}`;
      const asset = this.emitFile({ type: 'asset', name: `${name}.json`, source: json });
      return `export default import.meta.ROLLUP_FILE_URL_${asset}`;
    },
  };
}
