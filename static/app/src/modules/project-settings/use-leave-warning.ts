import { useEffect } from 'react';

/**
 * Has the browser ask before the page is left with unsaved changes, where the frame lets it. Jira may take the frame away
 * without the browser leaving anything: then nobody is asked, and nothing on the page says otherwise.
 */
export function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
