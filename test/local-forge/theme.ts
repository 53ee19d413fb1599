/**
 * Atlassian's design tokens as one stylesheet, which Jira provides inside every app's frame.
 *
 * The values come from the package @atlaskit/tokens. Its stylesheets are keyed on `data-theme` as well; Forge's guide
 * tells apps to look at `html[data-color-mode]` only, so ours are keyed on that alone.
 */
import path from 'node:path';
import * as v from 'valibot';

const THEMES = [
  { file: 'atlassian-light', selector: 'html[data-color-mode="light"]' },
  { file: 'atlassian-dark', selector: 'html[data-color-mode="dark"]' },
  { file: 'atlassian-spacing', selector: 'html[data-color-mode]' },
  { file: 'atlassian-shape', selector: 'html[data-color-mode]' },
  { file: 'atlassian-typography', selector: 'html[data-color-mode]' },
  { file: 'atlassian-motion', selector: 'html[data-color-mode]' },
] as const;

const artifact = v.object({ default: v.string() });

let made: string | undefined;

/** The stylesheet; made once. */
export function themeStylesheet(): string {
  made ??= THEMES.map(({ file, selector }) => withSelector(file, readTheme(file), selector)).join('\n');
  return made;
}

function readTheme(file: string): string {
  // The artifacts are generated modules holding one string of CSS; the package has no public door to the string alone.
  const module = path.join(
    path.dirname(require.resolve('@atlaskit/tokens/package.json')),
    'dist/cjs/artifacts/themes',
    file,
  );
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return v.parse(artifact, require(module)).default;
}

function withSelector(file: string, css: string, selector: string): string {
  const keyed = css.replace(/html\[[^{}]*\{/, `${selector} {`);
  if (keyed === css)
    throw new Error(`@atlaskit/tokens: ${file} does not look as expected; see test/local-forge/theme.ts.`);
  return keyed;
}
