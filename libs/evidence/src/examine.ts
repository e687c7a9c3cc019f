import { stat } from 'node:fs/promises';
import { kindOfContent } from './content-kind.js';
import { RefusedFile, type Examination, type ExaminationRequest, type Examined } from './examination.js';
import { FILE_KIND_RULES, isImage, kindOfType, type FileKind } from './file-kinds.js';
import { nameMustFit } from './file-name.js';
import { examineImage } from './image.js';
import { examinePdf } from './pdf.js';
import { examineSheet } from './sheet.js';
import { examineTable } from './table.js';

const byKind = (kind: FileKind, { file, into }: ExaminationRequest): Promise<Examined> => {
  if (isImage(kind)) return examineImage(file, kind, into);
  if (kind === 'pdf') return examinePdf(file);
  return kind === 'xlsx' ? examineSheet(file) : examineTable(file);
};

async function examineOrThrow(request: ExaminationRequest): Promise<Examined> {
  const { file, fileName, declaredType } = request;
  const { size } = await stat(file);
  if (size === 0) throw new RefusedFile('empty');
  const kind = await kindOfContent(file, fileName);
  if (size > FILE_KIND_RULES[kind].maxBytes) throw new RefusedFile('too-large');
  nameMustFit(fileName, kind);
  if (kindOfType(declaredType) !== kind) throw new RefusedFile('type-differs');
  return byKind(kind, request);
}

/**
 * Judges a file by its bytes: size, kind, name against kind, then what the kind may hold. The same file gives the same
 * answer, and the same served bytes, every time. It opens decoders: let it run where a crash does no harm (`Examiner`).
 */
export async function examine(request: ExaminationRequest): Promise<Examination> {
  try {
    return await examineOrThrow(request);
  } catch (error) {
    if (error instanceof RefusedFile) return { outcome: 'refused', code: error.code };
    throw error;
  }
}
