import type { ForgeModule } from './contract';

/** Where the shell shows the app's admin page. */
export const ADMIN_PAGE = '/admin/shift-up';

/** Where the shell shows a full page of the app; undefined for a module that is no page, or lacks its project. */
export function modulePath(module: Pick<ForgeModule, 'type' | 'key'>, projectKey?: string): string | undefined {
  if (module.type === 'jira:adminPage') return ADMIN_PAGE;
  if (projectKey === undefined) return undefined;
  const key = encodeURIComponent(projectKey);
  if (module.type === 'jira:projectSettingsPage') return `/project/${key}/settings/apps/${module.key}`;
  if (module.type === 'jira:projectPage') return `/project/${key}/apps/${module.key}`;
  return undefined;
}
