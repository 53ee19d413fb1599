/**
 * A node of an Atlassian document as untrusted data: looked at, never believed. Pure.
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export type AdfNode = Readonly<Record<string, unknown>>;

export function isNode(value: unknown): value is AdfNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function typeOf({ type }: AdfNode): string {
  return typeof type === 'string' ? type : '';
}

export function childrenOf({ content }: AdfNode): readonly AdfNode[] {
  return Array.isArray(content) ? content.filter(isNode) : [];
}

/** A text in the attributes: the title of an expand, the words of a mention. */
export function textAttribute({ attrs }: AdfNode, name: string): string {
  const value = isNode(attrs) ? attrs[name] : undefined;
  return typeof value === 'string' ? value : '';
}

export function hasMark({ marks }: AdfNode, mark: string): boolean {
  return Array.isArray(marks) && marks.some((each) => isNode(each) && each.type === mark);
}
