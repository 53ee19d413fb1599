import { forbidden, type JiraProblem } from '../http/problem';
import type { Method, Reply, RouteContext, RouteRegistrar } from '../http/router';

export type AddRoute = (method: Method, path: string, handler: (context: RouteContext) => Reply) => void;

/**
 * Registers calls that only Jira administrators may make. `refusal` is what others get: most groups of calls answer
 * 403 with a sentence of their own, some 401 or 404.
 */
export function adminRoutes(
  router: RouteRegistrar,
  prefix: string,
  refusal: JiraProblem | string,
  scope: 'manage:jira-configuration' | 'manage:jira-project' = 'manage:jira-configuration',
): AddRoute {
  const problem = typeof refusal === 'string' ? forbidden(refusal) : refusal;
  return (method, path, handler) =>
    router.route({
      method,
      path: `${prefix}${path}`,
      scopes: [scope],
      cost: method === 'GET' ? 'read' : 'write',
      handler: (context) => {
        if (!context.access.isAdmin()) throw problem;
        return handler(context);
      },
    });
}
