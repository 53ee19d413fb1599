import { JiraProblem, notServed } from '../http/problem';
import type { Method, RouteRegistrar } from '../http/router';

/** What Atlassian has taken away answers 410; version 2 of the API is not served at all and says so. */
export function register(router: RouteRegistrar): void {
  for (const method of ['GET', 'POST'] as const) {
    router.route({
      method,
      path: '/rest/api/3/search',
      scopes: ['read:jira-work'],
      cost: 'none',
      handler: () => {
        throw new JiraProblem(410, [
          'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
        ]);
      },
    });
  }
  for (const method of ['GET', 'POST', 'PUT', 'DELETE'] satisfies Method[]) {
    router.route({
      method,
      path: '/rest/api/2/{rest}',
      scopes: [],
      cost: 'none',
      anonymous: true,
      handler: ({ params }) => {
        throw notServed(`${method} /rest/api/2/${params['rest']!}: it has version 3 only`);
      },
    });
  }
}
