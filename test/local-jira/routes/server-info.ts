import { json, type RouteRegistrar } from '../http/router';
import { jiraTime } from '../wire/time';

export function register(router: RouteRegistrar): void {
  router.route({
    method: 'GET',
    path: '/rest/api/3/serverInfo',
    scopes: [],
    cost: 'read',
    anonymous: true,
    handler: ({ baseUrl, clock, state }) =>
      json({
        baseUrl,
        version: '1001.0.0-SNAPSHOT',
        versionNumbers: [1001, 0, 0],
        deploymentType: 'Cloud',
        buildNumber: 100_290,
        buildDate: '2026-11-18T00:00:00.000+0000',
        serverTime: jiraTime(clock.now().getTime()),
        scmInfo: 'local-jira',
        serverTitle: 'Jira',
        defaultLocale: { locale: 'en_US' },
        serverTimeZone: state.site.timeZone,
      }),
  });
}
