/**
 * Copies for one project, so that the others stay as they are. Each is made once, whatever happens in between: it is
 * known by its recorded id, and after a lost answer by the name chosen for it together with its description.
 */
import type { AssignedKind, CopyKind, CopyRecord } from '../../storage/project-record';
import { sameName } from '../needed';
import type { ProjectContext } from './project-context';

/** Names and descriptions as Jira lists them. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface CopyOrder {
  readonly kind: CopyKind;
  readonly sourceId: string;
  readonly sourceName: string;
  /** Everything of this kind that is there. */
  readonly list: () => Promise<readonly Listed[]>;
  /** @returns the id of what was made. */
  readonly create: (named: { readonly name: string; readonly description: string }) => Promise<string>;
}

/** As long as Jira takes. */
const NAME_LONGEST = 255;
/** More namesakes than anybody makes. */
const NAMES_TRIED = 50;

/** Nobody else's words: says for which project and in whose place. */
export function copyMark(projectId: string, sourceId: string): string {
  return `Made by Shift-Up for one project, so that the others stay as they are (project ${projectId}, in place of ${sourceId}).`;
}

const MARK = /\(project (\d{1,19}), in place of (\d{1,19}|builtIn)\)\.$/;

/** What the copy of this description stands in place of; `undefined` for everything that is no copy for the project. */
export function sourceInMark(projectId: string, description: string): string | undefined {
  const sourceId = MARK.exec(description)?.[2];
  return sourceId !== undefined && description === copyMark(projectId, sourceId) ? sourceId : undefined;
}

/** @param attempt from 1; later ones are for when somebody else has the name. */
export function copyName(projectKey: string, sourceName: string, attempt: number): string {
  const before = `${projectKey}: `;
  const after = attempt === 1 ? ' (Shift-Up)' : ` (Shift-Up ${attempt})`;
  const plain = sourceName.startsWith(before) ? sourceName.slice(before.length) : sourceName;
  return `${before}${plain.slice(0, NAME_LONGEST - before.length - after.length).trim()}${after}`;
}

/** A name that `copyName` could have made for some source. */
export function isCopyName(projectKey: string, name: string): boolean {
  return name.startsWith(`${projectKey}: `) && / \(Shift-Up(?: \d+)?\)$/.test(name);
}

/** The id of the copy; made if it is not there. */
export async function copyFor(context: ProjectContext, order: CopyOrder): Promise<string> {
  const { kind, sourceId, sourceName } = order;
  const known = copyOf(context, kind, sourceId);
  const there = await order.list();
  if (known?.id !== undefined && there.some(({ id }) => id === known.id)) return known.id;
  const names = Array.from({ length: NAMES_TRIED }, (_, index) => copyName(context.project.key, sourceName, index + 1));
  const ourNames = known === undefined ? names : [known.name, ...names];
  const mark = copyMark(context.project.id, sourceId);
  const adopted = there.find(({ name, description }) => description === mark && ourNames.includes(name));
  if (adopted) {
    await record(context, { kind, sourceId, name: adopted.name, id: adopted.id });
    return adopted.id;
  }
  const name = ourNames.find((candidate) => !there.some((other) => sameName(other.name, candidate)));
  if (name === undefined) throw new Error('every name for the copy is taken');
  await record(context, { kind, sourceId, name });
  const id = await order.create({ name, description: mark });
  await record(context, { kind, sourceId, name, id });
  return id;
}

function copyOf(context: ProjectContext, kind: CopyKind, sourceId: string): CopyRecord | undefined {
  return context.record().copies.find((copy) => copy.kind === kind && copy.sourceId === sourceId);
}

async function record(context: ProjectContext, copy: CopyRecord): Promise<void> {
  await context.save((before) => ({
    ...before,
    copies: [...before.copies.filter(({ kind, sourceId }) => kind !== copy.kind || sourceId !== copy.sourceId), copy],
  }));
}

/** Stores what the project has now, before it gets a copy, so that undo can give it back. */
export async function recordPrevious(context: ProjectContext, kind: AssignedKind, id: string): Promise<void> {
  const isOurs = context.record().copies.some((copy) => copy.kind === kind && copy.id === id);
  if (isOurs || context.record().previous[kind] === id) return;
  await context.save((before) => ({ ...before, previous: { ...before.previous, [kind]: id } }));
}
