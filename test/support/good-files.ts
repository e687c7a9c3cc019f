import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { zipFile, type ZipEntry } from './zip-file.js';

/** A picture that differs with every number: soft shades of its own. In pixels. */
export function picture(seed: number, width = 320, height = 240): Sharp {
  const shades = Array.from({ length: 2 }, (_, n) => createHash('sha256').update(`${seed}:${n}`).digest());
  const raw = { width: 5, height: 4, channels: 3 } as const;
  return sharp(Buffer.concat(shades).subarray(0, 60), { raw }).resize(width, height, { fit: 'fill' });
}

export const png = (seed = 1): Promise<Buffer> => picture(seed).png().toBuffer();
export const webp = (seed = 1): Promise<Buffer> => picture(seed).webp().toBuffer();

export interface Notes {
  /** `2026:03:04 05:06:07`, local time. */
  readonly takenAt?: string;
  readonly offset?: string;
  readonly place?: { readonly latitude: number; readonly longitude: number };
}
const rational = (degrees: number): string => `${Math.round(Math.abs(degrees) * 1e7)}/10000000 0/1 0/1`;

/** A photo with the notes of a camera. */
export function jpeg(seed = 1, { takenAt, offset, place }: Notes = {}): Promise<Buffer> {
  const noted = {
    IFD0: { Make: 'Selvedge', Artist: 'SECRET-ARTIST' },
    ...(takenAt && { IFD2: { DateTimeOriginal: takenAt, ...(offset && { OffsetTimeOriginal: offset }) } }),
    ...(place && {
      IFD3: {
        GPSLatitudeRef: place.latitude < 0 ? 'S' : 'N',
        GPSLatitude: rational(place.latitude),
        GPSLongitudeRef: place.longitude < 0 ? 'W' : 'E',
        GPSLongitude: rational(place.longitude),
      },
    }),
  };
  return picture(seed).jpeg().withExif(noted).toBuffer();
}

/** A PDF of one empty page; `more` goes into its objects, `producer` into its notes. */
export const pdf = (more = '', producer = 'pdfTeX-1.40'): Buffer =>
  Buffer.from(
    `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R ${more} >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> endobj
4 0 obj << /Producer (${producer}) >> endobj
trailer << /Root 1 0 R /Info 4 0 R >>
%%EOF
`,
    'latin1',
  );

const SHEET: readonly ZipEntry[] = [
  {
    name: '[Content_Types].xml',
    content: '<Types><Override PartName="/xl/workbook.xml" ContentType="sheet.main+xml"/></Types>',
  },
  { name: '_rels/.rels', content: '<Relationships/>' },
  {
    name: 'xl/workbook.xml',
    content: '<workbook><sheets><sheet name="Stock" sheetId="1"/></sheets></workbook>',
  },
  { name: 'xl/worksheets/sheet1.xml', content: '<worksheet><sheetData/></worksheet>' },
];
/** A workbook with these entries beside, or instead of, its own. */
export const xlsx = (more: readonly ZipEntry[] = []): Buffer =>
  zipFile([...SHEET.filter(({ name }) => !more.some((other) => other.name === name)), ...more]);

export const csv = (seed = 1): Buffer =>
  Buffer.from(`product,cas,percent\nជាតិពណ៌ ${seed},58-08-2,12.5\n"Finish, soft",+855 12,-0.5\n`);

type SheetCell = string | number | Date;
const DAY_MS = 86_400_000;
/** Workbooks count days from the end of 1899. */
const serial = (date: Date): number => date.getTime() / DAY_MS + 25_569;
const cellXml = (cell: SheetCell): string => {
  if (typeof cell === 'string') return `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
  return typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c s="1"><v>${serial(cell)}</v></c>`;
};
const addressed = (row: number) => {
  let column = 0;
  return (xml: string): string => xml.replace('<c', `<c r="${String.fromCharCode(65 + column++)}${row}"`);
};
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...targets: readonly (readonly [string, string])[]): string => {
  const all = targets.map(
    ([type, target], n) => `<Relationship Id="r${n}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
};

/** A workbook with one sheet of these cells; dates are marked as dates. */
export function sheetOf(rows: readonly (readonly SheetCell[])[]): Buffer {
  const data = rows.map((row, n) => {
    const at = addressed(n + 1);
    return `<row r="${n + 1}">${row.map((cell) => at(cellXml(cell))).join('')}</row>`;
  });
  return xlsx([
    { name: '_rels/.rels', content: relations(['officeDocument', 'xl/workbook.xml']) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="Stock" sheetId="1" r:id="r0"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet ${MAIN}><sheetData>${data.join('')}</sheetData></worksheet>`,
    },
  ]);
}

/** A PDF with a line of text on each page. */
export function pdfOfPages(...lines: readonly string[]): Buffer {
  const pages = lines.map((line, nth) => {
    const content = `BT /F1 24 Tf 40 700 Td (${line}) Tj ET`;
    const about = `/Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>`;
    return [
      `<< /Type /Page ${about} /Contents ${5 + 2 * nth} 0 R >>`,
      `<< /Length ${content.length} >> stream\n${content}\nendstream`,
    ];
  });
  const kids = lines.map((_, nth) => `${4 + 2 * nth} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${lines.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flat(),
  ];
  const body: string[] = ['%PDF-1.4\n'];
  const starts: number[] = [];
  for (const [nth, object] of objects.entries()) {
    starts.push(body.join('').length);
    body.push(`${nth + 1} 0 obj ${object} endobj\n`);
  }
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${body.join('')}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\n` +
      `startxref\n${body.join('').length}\n%%EOF\n`,
    'latin1',
  );
}
