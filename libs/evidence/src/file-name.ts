import { RefusedFile } from './examination.js';
import { FILE_KIND_RULES, type FileKind } from './file-kinds.js';

/** Endings that some program runs or shows as a page: nowhere in a name, not even before a harmless last one. */
const ACTIVE = new Set(
  `app apk bat cmd com cpl dll dmg elf exe hta htm html jar js jse lnk mhtml mjs msi php ps1 py reg scr sh svg svgz
   swf vb vbe vbs ws wsf xhtml xht xml xlsm xltm docm pptm zip rar 7z gz tar iso`.split(/\s+/),
);

/** The parts of a name between its points, without path, invisible characters and what a file system drops at the end. */
function partsOf(fileName: string): readonly string[] {
  const last = fileName.normalize('NFKC').split(/[/\\]/).pop() ?? '';
  const visible = last.replace(/[\p{C}\p{Z}]/gu, '').replace(/\.+$/, '');
  return visible.toLowerCase().split('.');
}

/** The last extension in lower case; undefined when a name has none. */
export function extensionOf(fileName: string): string | undefined {
  const parts = partsOf(fileName);
  return parts.length > 1 ? parts.at(-1) : undefined;
}

/**
 * The name must say what the bytes are (ASVS 5.2.2): whoever saves the file opens it by its name.
 * @throws RefusedFile `name-not-allowed` for an active ending, `name-differs` for one of another kind or none
 */
export function nameMustFit(fileName: string, kind: FileKind): void {
  const [, ...extensions] = partsOf(fileName);
  if (extensions.some((part) => ACTIVE.has(part))) throw new RefusedFile('name-not-allowed');
  if (!FILE_KIND_RULES[kind].extensions.includes(extensions.at(-1) ?? ''))
    throw new RefusedFile('name-differs');
}
