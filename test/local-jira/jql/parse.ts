import { JastBuilder, type Clause, type Operand, type OrderByField } from '@atlaskit/jql-ast';

export interface ParsedJql {
  readonly text: string;
  readonly where: Clause | undefined;
  readonly orderBy: readonly OrderByField[];
  /** In Jira's words; empty when the text is JQL. */
  readonly errors: readonly string[];
}

/** Parses with Atlassian's own parser; a new one each time, because one builder gives an empty tree for the same text twice. */
export function parseJql(text: string): ParsedJql {
  const jast = new JastBuilder().build(text);
  const errors = jast.errors.map((error) => {
    const at = error as Partial<{ line: number; charPositionInLine: number }>;
    const place = at.line === undefined ? '' : ` (line ${at.line}, character ${(at.charPositionInLine ?? 0) + 1})`;
    return `Error in the JQL Query: ${error.message}.${place}`;
  });
  return { text, where: jast.query?.where ?? undefined, orderBy: jast.query?.orderBy?.fields ?? [], errors };
}

/** A value as meant, without the quoting of the text. The parser leaves doubled backslashes as they are. */
export function plainValue(value: string): string {
  return value.replace(/\\\\/g, '\\');
}

export type { Clause, Operand };
