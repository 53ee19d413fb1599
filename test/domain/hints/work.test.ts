/** Kinds of work that change nothing of what a thing guards, and sections that say nothing of what is changed. */
import { hintOf } from '../../../src/domain/hints/hint';
import { wordsOf } from '../../../src/domain/hints/words';
import { workOf } from '../../../src/domain/hints/work';

const hint = (summary: string, description?: string) =>
  hintOf(description === undefined ? { summary } : { summary, description });
const work = (title: string) => workOf(title, wordsOf(title));

test.each([
  ['quiet', 'Remove the feature flag of the password reset'],
  ['quiet', 'Add unit tests for permissions'],
  ['quiet', '[Testing] Refund a payment'],
  ['quiet', 'Extract the log-in logic into a module'],
  ['quiet', 'Build release candidate 4.2'],
  ['quiet', 'Add missing documentation of the payment API'],
  ['rollOut', '[Feature flag] Enable payment by invoice'],
  ['fault', 'Invoices are not displayed on iPhones'],
  ['inquiry', 'Spike: which payment provider?'],
  ['change', 'Add a permission for refunds'],
  ['change', 'Penetration test of the log-in'],
  ['change', 'Flaky spec logs in the wrong user'],
  ['change', 'Blood tests are sent to the family doctor'],
] as const)('%s: %s', (kind, title) => {
  expect(work(title)).toBe(kind);
});

test('what changes nothing gives no hint, whatever it is called', () => {
  expect(hint('Add unit tests for permissions', 'Roles, passwords, log-in.')).toBeUndefined();
  expect(hint('Permissions for refunds', 'Roles, passwords, log-in.')).toBeDefined();
});

test("a project's own words count in any kind of work", () => {
  const text = { summary: 'Add unit tests for the Tresor', description: '### Steps to reproduce\n\nOpen the Tresor.' };
  expect(hintOf(text, { words: ['tresor'] })?.topics).toEqual(['own']);
});

test('an own word counts in any kind of work, though the table knows it too, and wherever it stands', () => {
  const own = { words: ['password', 'vault'] };
  expect(hintOf({ summary: 'Add unit tests for the password form' }, own)?.topics).toEqual(['own']);
  const filler = 'Secrets, permissions and roles of the payment. '.repeat(12);
  const text = { summary: 'Refactor the form', description: `${filler}\n\nThe vault stays.` };
  expect(hintOf(text, own)?.topics).toEqual(['own']);
});

test('a story is a wish, whatever words it has', () => {
  expect(hint('As a teacher, I want to write test cases that run uploaded code')).toBeDefined();
});

test('of a roll-out only the title counts', () => {
  const list = 'Deployed to production by admins with access to secrets and passwords.';
  expect(hint('[Feature flag] Enable the new calendar', list)).toBeUndefined();
  expect(hint('[Feature flag] Enable password reset', list)?.topics).toEqual(['authentication']);
});

test('a fault needs more than the name of the place where it was seen', () => {
  expect(hint('Contacts are not displayed', 'The list stays empty.')).toBeUndefined();
  expect(hint('Share contacts', 'The list goes to a colleague.')).toBeDefined();
});

test('details do not take back what the summary says', () => {
  const details = 'A new column with a coloured icon and a tooltip in the settings.';
  expect(hint('Export contacts to a partner', details)).toBeDefined();
});

describe('a section on how to see a bug', () => {
  const steps = '1. Log in with a password\n2. Open the payment settings of an admin';

  test.each([
    ['marked', `### Steps to reproduce\n\n${steps}\n`],
    ["marked as Jira's own wiki text does", `h3. Steps to reproduce\n\n${steps}\n`],
    ['a line of its own', `Steps to reproduce:\n${steps}\n`],
    ['a line with an empty one behind it', `Steps to reproduce\n\n${steps}\n`],
  ])('%s', (_name, section) => {
    expect(hint('The cat is upside down', section)).toBeUndefined();
    expect(hint('The cat is upside down', `Log in with a password and pay as an admin.\n\n${section}`)).toBeDefined();
    expect(hint('The cat is upside down', `${section}\n### Goal\n\nStolen passwords and credentials.`)).toBeDefined();
  });

  test('"Owners" is a heading, "Owners can reset passwords" is none', () => {
    expect(hint('Cats', '### Owners\n\nReset of passwords and credentials')).toBeUndefined();
    expect(hint('Cats', 'Owners can reset passwords and credentials.')).toBeDefined();
    expect(hint('Owners can reset passwords')).toBeDefined();
  });
});

test('cells of a table and tags of a title are sentences of their own', () => {
  expect(wordsOf('| a | b |').map(({ sentence }) => sentence)).toEqual([1, 2]);
  expect(new Set(wordsOf('[Testing] Refund').map(({ sentence }) => sentence)).size).toBe(2);
  expect(new Set(wordsOf('the [link](https://a.example) here').map(({ sentence }) => sentence)).size).toBe(1);
});
