import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { readOpenApi, type OpenApiDocument, type OpenApiOperation } from './documents';

export interface CheckedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Parsed JSON, or `undefined` without a body. */
  readonly body: unknown;
}

export interface OpenApiChecker {
  /** What is wrong with a request by Atlassian's documents; empty when nothing is. */
  check(request: CheckedRequest): string[];
}

/**
 * Bodies whose schema in the documents is known to be wrong, measured against the documents' own examples:
 * property names that are really descriptions, an ambiguous oneOf, examples of another type.
 */
const BODY_EXCEPTIONS: ReadonlySet<string> = new Set([
  'POST /rest/api/3/dashboard/{dashboardId}/gadget',
  'PUT /rest/api/3/dashboard/{dashboardId}/gadget/{gadgetId}',
  'PUT /rest/api/3/field/association',
  'DELETE /rest/api/3/field/association',
  'PUT /rest/api/3/field/{fieldId}/context/defaultValue',
  'POST /rest/api/3/issue/properties/multi',
  'POST /rest/api/3/expression/evaluate',
]);

interface Known {
  readonly name: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly parameters: number;
  readonly operation: OpenApiOperation;
  /** Pointer to the operation in its document. */
  readonly pointer: string;
}

/** Reads the documents in `folder`. Requests are checked strictly: method, path, query names, body. */
export function createOpenApiChecker(folder: string): OpenApiChecker {
  const documents = readOpenApi(folder);
  // The documents are OpenAPI, whose own keywords mean nothing to a JSON schema validator.
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  addFormats(ajv);
  const known = Object.entries(documents).flatMap(([id, document]) => {
    ajv.addSchema(document, id);
    return operationsOf(id, document);
  });
  known.sort((a, b) => a.parameters - b.parameters);
  const validators = new Map<string, ValidateFunction | undefined>();

  const bodyValidator = (it: Known): ValidateFunction | undefined => {
    if (!validators.has(it.pointer)) {
      const schema = it.operation.requestBody?.content?.['application/json']?.schema;
      const $ref = `${it.pointer}/requestBody/content/application~1json/schema`;
      validators.set(it.pointer, schema === undefined ? undefined : ajv.compile({ $ref }));
    }
    return validators.get(it.pointer);
  };

  return {
    check(request) {
      const name = `${request.method} ${request.path}`;
      const found = known.find((it) => it.method === request.method && it.pattern.test(request.path));
      if (found === undefined) return [`${name} is not in Atlassian's OpenAPI`];
      return [
        ...queryProblems(found.operation, request.query),
        ...bodyProblems(found, request.body, bodyValidator),
      ].map((problem) => `${name}: ${problem}`);
    },
  };
}

function operationsOf(id: string, document: OpenApiDocument): Known[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => operation.operationId !== undefined)
      .map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        pattern: new RegExp(`^${path.replace(/[.$]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`),
        parameters: path.split('{').length - 1,
        operation,
        pointer: `${id}#/paths/${encodeURIComponent(path.replace(/~/g, '~0').replace(/\//g, '~1'))}/${method}`,
      })),
  );
}

function queryProblems(operation: OpenApiOperation, query: URLSearchParams): string[] {
  const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const names = new Set(parameters.map((parameter) => parameter.name));
  const unknown = [...new Set(query.keys())].filter((name) => !names.has(name));
  const missing = parameters.filter((parameter) => parameter.required === true && !query.has(parameter.name));
  return [
    ...unknown.map((name) => `unknown query parameter '${name}'`),
    ...missing.map(({ name }) => `missing query parameter '${name}'`),
  ];
}

function bodyProblems(found: Known, body: unknown, validatorOf: (it: Known) => ValidateFunction | undefined): string[] {
  const { requestBody } = found.operation;
  if (body === undefined) return requestBody?.required === true ? ['the body is missing'] : [];
  if (requestBody === undefined) return ['a body where none is taken'];
  if (BODY_EXCEPTIONS.has(found.name)) return [];
  const validate = validatorOf(found);
  if (validate === undefined || validate(body)) return [];
  return (validate.errors ?? []).map(
    (error) => `body${error.instancePath} ${error.message ?? 'is wrong'} ${JSON.stringify(error.params)}`,
  );
}
