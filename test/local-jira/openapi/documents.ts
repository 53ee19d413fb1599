import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface OpenApiParameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie';
  readonly required?: boolean;
}

export interface OpenApiOperation {
  readonly operationId?: string;
  readonly parameters?: readonly OpenApiParameter[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
  };
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
}

const FILES = { platform: 'jira-platform-v3.json', software: 'jira-software.json' } as const;

/** Where Atlassian's OpenAPI documents are looked for: beside the project. */
export const OPENAPI_FOLDER = path.join(__dirname, '..', '..', '..', '..', 'shared', 'openapi');

/** True where both documents are in the folder. */
export function hasOpenApi(folder: string): boolean {
  return Object.values(FILES).every((file) => existsSync(path.join(folder, file)));
}

/** Atlassian's two documents, by a short name. Throws when a file is missing or is not JSON. */
export function readOpenApi(folder: string): Readonly<Record<keyof typeof FILES, OpenApiDocument>> {
  const read = (file: string): OpenApiDocument =>
    JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as OpenApiDocument;
  return { platform: read(FILES.platform), software: read(FILES.software) };
}
