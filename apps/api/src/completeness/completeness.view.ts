import type { CompletenessView } from '#contracts';
import { APPLICATION_SECTIONS, applicationGaps, COMPLIANCE_SECTIONS } from '#domain';
import type { CaseDetail, Completeness, SectionChecked } from '#persistence';

const checkView = ({ version, personId, name, at }: SectionChecked, current: number) => ({
  version,
  by: { id: personId, name },
  at: new Date(at).toISOString(),
  current: version === current,
});
const NONE = { available: 0, waiting: 0, refused: 0 };

/** Sections in the order of the form: those that the scheme asks for, and whatever else was written. */
export function completenessView(
  { state, facts }: CaseDetail,
  { sections, checks, documents }: Completeness,
): CompletenessView {
  const { applicationSections, maxInformationLoops } = facts.scheme;
  const contents = Object.fromEntries(sections.map(({ section, content }) => [section, content]));
  const view = (section: string): CompletenessView['sections'][number] => {
    const written = sections.find((one) => one.section === section);
    const check = checks.find((one) => one.section === section);
    const { available, waiting, refused } = documents.find((one) => one.section === section) ?? NONE;
    const version = written?.version ?? 0;
    return {
      ...{ section, version, required: applicationSections.includes(section) },
      writtenAt: written ? new Date(written.writtenAt).toISOString() : null,
      onBehalf: written?.onBehalf ?? false,
      gaps: applicationGaps(contents, [section]).map((path) => path.slice(section.length + 1)),
      asked: state.informationItems.filter((item) => item === section || item.startsWith(`${section}.`)),
      check: check ? checkView(check, version) : null,
      documents: { available, waiting, refused },
    };
  };
  const known = [...APPLICATION_SECTIONS, ...COMPLIANCE_SECTIONS];
  const shown = known.filter((section) => applicationSections.includes(section) || contents[section]);
  return {
    sections: shown.map(view),
    informationLoops: { used: state.informationLoops, most: maxInformationLoops },
  };
}
