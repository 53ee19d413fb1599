import { useEffect } from 'react';
import { onIssueChanged } from '../../../shared/bridge';

/** Reads again when the issue was changed elsewhere in Jira. */
export function useIssueChanges(refresh: () => Promise<boolean>): void {
  useEffect(() => onIssueChanged(() => void refresh()), [refresh]);
}
