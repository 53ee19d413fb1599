/**
 * The project in whose settings the page stands. Pure.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-project-settings-page/#extension-data
 */
import * as v from 'valibot';

const extensionSchema = v.object({
  project: v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d{1,19}$/)) }),
});

/** `undefined` outside a project. */
export function projectIdOf(extension: unknown): string | undefined {
  const parsed = v.safeParse(extensionSchema, extension);
  return parsed.success ? parsed.output.project.id : undefined;
}
