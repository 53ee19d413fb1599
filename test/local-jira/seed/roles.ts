import { PROJECT_PERMISSIONS } from '../access/permission-keys';
import type { Holder, PermissionScheme, Role } from '../state/config-entities';

export const ADMIN_GROUP = 'site-admins';
export const USERS_GROUP = 'jira-users';

export const ROLE = { administrators: '10002', member: '10003', viewer: '10004', app: '10005' } as const;

/** `atlassian-addons-project-access` is the role through which apps act in every project. */
export const ROLES: readonly Role[] = [
  {
    id: ROLE.administrators,
    name: 'Administrators',
    description: 'People who administer the project.',
    defaultActors: [{ type: 'group', name: ADMIN_GROUP }],
  },
  { id: ROLE.member, name: 'Member', description: 'People who work in the project.', defaultActors: [] },
  { id: ROLE.viewer, name: 'Viewer', description: 'People who read the project.', defaultActors: [] },
  {
    id: ROLE.app,
    name: 'atlassian-addons-project-access',
    description:
      'A project role that represents apps declaring a scope that requires more than read issue permissions.',
    defaultActors: [],
  },
];

const VIEWER = ['BROWSE_PROJECTS', 'ADD_COMMENTS'];
const NOT_FOR_MEMBERS = ['ADMINISTER_PROJECTS', 'DELETE_ALL_COMMENTS', 'EDIT_ALL_COMMENTS', 'DELETE_ISSUES'];

/** Viewers read and comment, members work, administrators and apps do everything. */
export function defaultPermissionScheme(): PermissionScheme {
  let next = 10_100;
  const grants = Object.keys(PROJECT_PERMISSIONS).flatMap((permission) => {
    const roles: string[] = [ROLE.administrators, ROLE.app];
    if (!NOT_FOR_MEMBERS.includes(permission)) roles.push(ROLE.member);
    if (VIEWER.includes(permission)) roles.push(ROLE.viewer);
    return roles.map((roleId) => {
      next += 1;
      const holder: Holder = { type: 'projectRole', roleId };
      return { id: String(next), permission, holder };
    });
  });
  return {
    id: '0',
    name: 'Default software scheme',
    description: 'Viewers read and comment, members work, administrators administer.',
    grants,
  };
}
