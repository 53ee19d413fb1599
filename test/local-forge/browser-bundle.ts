/** Bundles the host's own browser code with esbuild. */
import { build } from 'esbuild';

const bundles = new Map<string, Promise<string>>();

/** One script for a page without modules; made once per process. */
export function bundleForBrowser(entry: string): Promise<string> {
  const known = bundles.get(entry);
  if (known !== undefined) return known;
  const bundle = build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', target: 'es2022' }).then(
    ({ outputFiles }) => outputFiles[0]?.text ?? '',
  );
  bundles.set(entry, bundle);
  return bundle;
}
