import { listQualifications, type FactView, type SiteView } from '#client';
import { useQueryClient } from '@tanstack/react-query';
import { useDevice } from '../../offline/use-device.js';
import { useMe } from '../../server/me.js';
import { told } from '../../server/told.js';
import type { Content } from '../apply/fields.js';
import type { Written } from '../apply/steps.js';
import { sectionPlace } from '../apply/use-section.js';
import { sectionsQuery } from '../../server/case-parts.js';

/** What is true of a firm whatever it applies for. */
const OF_THE_FIRM = ['profile', 'owners', 'tax'];
/** What depends on what is made. */
const NOT_OF_THE_FIRM = ['isic', 'claims'];

const without = (content: Content, names: readonly string[]): Content =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !names.includes(name)));

/** What a new application knows already: of the site that was chosen, and of the firm by its last application. */
export function known(
  firm: string,
  site: Pick<SiteView, 'address' | 'province' | 'latitude' | 'longitude'> | undefined,
  last: readonly Pick<FactView, 'item' | 'content'>[],
): Written {
  const before = last
    .filter(({ item }) => OF_THE_FIRM.includes(item))
    .map(({ item, content }) => [item, without(content, NOT_OF_THE_FIRM)] as const);
  const { address, province, latitude, longitude } = site ?? {};
  return {
    profile: { legalName: firm },
    ...Object.fromEntries(before),
    ...(site && { site: { address, province, latitude, longitude } }),
  };
}

/** Writes what is known into a new application, so that nobody types it again. */
export function usePrefill(): (caseId: string, site: SiteView | undefined) => Promise<void> {
  const device = useDevice();
  const queries = useQueryClient();
  const { organisation } = useMe();
  const lastOf = async (caseId: string): Promise<readonly FactView[]> => {
    const { items } = await told(listQualifications({ query: { limit: 2 } }));
    const last = items.find(({ id }) => id !== caseId);
    return last ? queries.fetchQuery(sectionsQuery(last.id)) : [];
  };
  return async (caseId, site) => {
    // Without it the application is only emptier.
    const last = await lastOf(caseId).catch(() => []);
    for (const [section, content] of Object.entries(known(organisation.name, site, last)))
      await device.queue.write(sectionPlace(caseId, section), content, null);
    void device.send();
  };
}
