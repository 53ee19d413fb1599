/** Every code has its words, and the table in the docs has all of them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ERROR_CODES } from '../../src/contract/result';
import { common } from '../../static/app/src/shared/strings/en-common';

const table = readFileSync(path.resolve(__dirname, '../../docs/errors.md'), 'utf8').replace(/ +/g, ' ');

test.each(ERROR_CODES)('%s says that nothing is lost, and stands in the table as the page says it', (code) => {
  const { heading, body } = common.errors[code];
  expect(body).toMatch(/[Nn]othing (was changed|is lost|of theirs was overwritten)|Your data stays in Jira/);
  expect(body.split(/[.;] /).length).toBeGreaterThan(1);
  expect(table).toContain(`| \`${code}\` |`);
  expect(table).toContain(`**${heading}.** ${body} |`);
});
