/**
 * Follows the guide of a team-managed project by hand: reads what it asks for on the app's page, and does it on the
 * page of Jira where an admin of such a project adds issue types and fields.
 */
import type { Locator, Page } from 'playwright-core';

/** One step of the guide, in the guide's own words. */
export interface Asked {
  readonly issueType?: string;
  readonly field?: { readonly name: string; readonly on: string };
  /** "to do", "done", "other kind", "options missing" */
  readonly state: string;
  /** The options a new field would need, where the guide names each of them. */
  readonly options?: readonly string[];
}

/** Every step that the guide shows, also those that are not needed at once. */
export async function guideOf(card: Locator): Promise<readonly Asked[]> {
  const more = card.getByRole('button', { name: /not needed at once$/ });
  if ((await more.count()) > 0) {
    await more.click();
    await more.waitFor({ state: 'detached' });
  }
  const steps = await card
    .getByRole('list', { name: /^Steps by hand in/ })
    .getByRole('listitem')
    .allTextContents();
  return steps.map(asked);
}

function asked(words: string): Asked {
  const state = /, (done|to do|other kind|options missing)/.exec(words)?.[1] ?? '';
  const [, issueType] = /^Add an issue type named “([^”]+)”/.exec(words) ?? [];
  if (issueType !== undefined) return { issueType, state };
  const [, name, on] = /^Add the field “([^”]+)” to (.+), (?:done|to do|other kind|options missing)/.exec(words) ?? [];
  if (name === undefined || on === undefined) throw new Error(`The guide asks for something unknown: ${words}`);
  const [, options] = /with the options (.+?)\.(?: |$)/.exec(words) ?? [];
  return { field: { name, on }, state, ...(options === undefined ? {} : { options: options.split(', ') }) };
}

/** The page "Issue types and fields" of a team-managed project. */
export class ByHand {
  constructor(private readonly page: Page) {}

  async addIssueType(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add issue type' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await this.page.getByRole('heading', { name, level: 2 }).waitFor();
  }

  /** A field that is there already, by its name. */
  async pickField(type: string, name: string): Promise<void> {
    const dialog = await this.#fieldDialog(type);
    await dialog.getByLabel(/^Field(?! type)/).selectOption({ label: `${name} (of the whole site)` });
    await this.#add(dialog, type, name);
  }

  async makeDropdown(type: string, name: string, options: readonly string[]): Promise<void> {
    const dialog = await this.#fieldDialog(type);
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Options').fill(options.join('\n'));
    await this.#add(dialog, type, name);
  }

  /** A field of the project's own is gone with all its values. */
  async deleteField(type: string, name: string): Promise<void> {
    await this.#choose(type);
    await this.page.getByRole('button', { name: `Edit ${name}`, exact: true }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Delete field' }).click();
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  async takeOff(type: string, name: string): Promise<void> {
    await this.#choose(type);
    const button = this.page.getByRole('button', { name: `Take ${name} off ${type}`, exact: true });
    await button.click();
    await button.waitFor({ state: 'detached' });
  }

  async deleteIssueType(name: string): Promise<void> {
    await this.#choose(name);
    await this.page.getByRole('button', { name: 'Delete', exact: true }).click();
    await this.page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
  }

  async #choose(type: string): Promise<void> {
    await this.page.getByRole('button', { name: type, exact: true }).click();
    await this.page.getByRole('heading', { name: type, level: 2 }).waitFor();
  }

  async #fieldDialog(type: string): Promise<Locator> {
    await this.#choose(type);
    await this.page.getByRole('button', { name: 'Add field' }).click();
    return this.page.getByRole('dialog');
  }

  async #add(dialog: Locator, type: string, name: string): Promise<void> {
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await this.page
      .getByRole('region', { name: type, exact: true })
      .getByRole('listitem')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .waitFor();
  }
}
