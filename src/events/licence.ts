/**
 * Whether the app may work on a site: there is a licence only where the app is paid for. The manifest's filter
 * `appIsLicensed` would also skip sites on which there is none.
 */
import * as v from 'valibot';

const contextSchema = v.object({
  license: v.object({ active: v.optional(v.boolean()), isActive: v.optional(v.boolean()) }),
});

/** @param context the second argument of a function that Forge invokes. */
export function isUnlicensed(context: unknown): boolean {
  const parsed = v.safeParse(contextSchema, context);
  if (!parsed.success) return false;
  const { active, isActive } = parsed.output.license;
  return active === false || isActive === false;
}
