import type { CertificateAnswer, RegisterAnswer } from '#domain';

/** What was asked of a source outside, and from which edition of it the answer came. */
export interface Asked<Answer> {
  readonly answer: Answer;
  readonly source: string;
  readonly sourceVersion: string;
}

/** A register of firms, such as the one that Cambodian offices reach through CamDX. */
export interface RegistrySource {
  /** @throws when the source is there but does not answer: that check counts as not run */
  lookUp(number: string): Promise<Asked<RegisterAnswer>>;
}
/** Registers of certificates: an issuer's, a scheme's or an accreditation body's. */
export interface CertificateSource {
  /** @param scheme code of a certification scheme */
  lookUp(scheme: string, number: string): Promise<Asked<CertificateAnswer>>;
}
/** The port through which checks ask the world; everything behind it can be replaced. */
export interface Sources {
  readonly registry: RegistrySource;
  readonly certificates: CertificateSource;
}

const none = <Answer>(answer: Answer): Promise<Asked<Answer>> =>
  Promise.resolve({ answer, source: 'none', sourceVersion: 'none' });

/** No way to ask anybody: what needs a register is looked up by hand. */
export const BY_HAND: Sources = {
  registry: { lookUp: () => none({ kind: 'none' }) },
  certificates: { lookUp: () => none({ kind: 'none' }) },
};
