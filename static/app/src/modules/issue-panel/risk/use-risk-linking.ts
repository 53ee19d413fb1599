import { useMemo } from 'react';
import type { RiskView } from '../../../../../../src/reads/risk-view';
import type { LinkSubject } from '../../../shared/link/context';
import type { Changes } from '../../../shared/panel/use-change';
import { useLinkDialogs } from '../../../shared/panel/use-link-dialogs';
import type { LinkDialogs } from '../../../shared/panel/use-link-dialogs';

/** The ways to the dialogs of a security risk; `undefined` where the viewer may not link. */
export function useRiskLinking(
  risk: RiskView,
  refresh: () => Promise<boolean>,
  changes: Changes,
): LinkDialogs | undefined {
  const { id, key, summary, projectId, projectKey, mayLink } = risk;
  const subject = useMemo((): LinkSubject | undefined => {
    return mayLink ? { id, key, summary, projectId, projectKey, kind: 'risk' } : undefined;
  }, [id, key, summary, projectId, projectKey, mayLink]);
  return useLinkDialogs(subject, refresh, changes);
}
