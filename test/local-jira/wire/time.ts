/** How Jira writes instants: `2026-11-20T13:30:00.000+0000`. Epoch ms in. */
export function jiraTime(at: number): string {
  return new Date(at).toISOString().replace('Z', '+0000');
}
