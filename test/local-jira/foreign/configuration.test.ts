import { addProject, ADMIN_ACCOUNT_ID, ISSUE_TYPE } from '../seed';
import type { Project } from '../state/config-entities';
import { shop, type Shop } from '../testing/shop';
import { loadJiraJs, type CloudClient } from './jira-js';

const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes';
const REFERENCES = ['a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000002'] as const;

/** An administrator with jira.js makes schemes for one project and takes everything back; its schemas judge. */
describe('jira.js as an administrator', () => {
  let site: Shop;
  let empty: Project;
  let close: () => Promise<void>;
  let jira: CloudClient;

  beforeAll(async () => {
    site = shop();
    empty = addProject(site.jira.state, { key: 'EMPTY', name: 'Empty', leadAccountId: ADMIN_ACCOUNT_ID });
    const listening = await site.jira.listen();
    close = () => listening.close();
    jira = loadJiraJs().createCloudClient({
      host: listening.url,
      auth: { type: 'basic', email: 'admin@example.com', apiToken: 'anything' },
      onSchemaMismatch: 'throw',
    });
  });

  afterAll(() => close());

  it('gives a project types and screens of its own, and takes them back', async () => {
    const before = site.jira.state.projects.require(empty.id);
    const type = await jira.issueTypes.createIssueType({ name: 'Security Risk', hierarchyLevel: 0 });
    const typeScheme = await jira.issueTypeSchemes.createIssueTypeScheme({
      name: 'EMPTY: types',
      issueTypeIds: [ISSUE_TYPE.story, type.id!],
      defaultIssueTypeId: ISSUE_TYPE.story,
    });
    const { issueTypeSchemeId } = typeScheme;
    await jira.issueTypeSchemes.assignIssueTypeSchemeToProject({ issueTypeSchemeId, projectId: empty.id });
    const shown = await jira.issueTypeSchemes.getAllIssueTypeSchemes({
      id: [Number(issueTypeSchemeId)],
      expand: 'projects,issueTypes',
    });
    expect(shown.values[0]).toMatchObject({ projects: { total: 1, values: [{ key: 'EMPTY' }] } });
    const screenScheme = await jira.screenSchemes.createScreenScheme({
      name: 'EMPTY: screens',
      screens: { default: 1 },
    });
    const { id: issueTypeScreenSchemeId } = await jira.issueTypeScreenSchemes.createIssueTypeScreenScheme({
      name: 'EMPTY: type screens',
      issueTypeMappings: [
        { issueTypeId: 'default', screenSchemeId: '1' },
        { issueTypeId: type.id!, screenSchemeId: String(screenScheme.id) },
      ],
    });
    await jira.issueTypeScreenSchemes.assignIssueTypeScreenSchemeToProject({
      issueTypeScreenSchemeId,
      projectId: empty.id,
    });
    const users = await jira.issueTypeScreenSchemes.getProjectsForIssueTypeScreenScheme({
      issueTypeScreenSchemeId: Number(issueTypeScreenSchemeId),
    });
    expect(users.values.map(({ key }) => key)).toEqual(['EMPTY']);
    const inUse = { status: 400 };
    await expect(
      jira.issueTypeSchemes.deleteIssueTypeScheme({ issueTypeSchemeId: Number(issueTypeSchemeId) }),
    ).rejects.toMatchObject(inUse);
    await expect(
      jira.screenSchemes.deleteScreenScheme({ screenSchemeId: String(screenScheme.id) }),
    ).rejects.toMatchObject(inUse);

    await jira.issueTypeScreenSchemes.assignIssueTypeScreenSchemeToProject({
      issueTypeScreenSchemeId: before.issueTypeScreenSchemeId,
      projectId: empty.id,
    });
    await jira.issueTypeScreenSchemes.deleteIssueTypeScreenScheme({ issueTypeScreenSchemeId });
    await jira.screenSchemes.deleteScreenScheme({ screenSchemeId: String(screenScheme.id) });
    await jira.issueTypeSchemes.assignIssueTypeSchemeToProject({
      issueTypeSchemeId: before.issueTypeSchemeId,
      projectId: empty.id,
    });
    await jira.issueTypeSchemes.deleteIssueTypeScheme({ issueTypeSchemeId: Number(issueTypeSchemeId) });
    expect(await jira.issueTypes.getAlternativeIssueTypes({ id: type.id! })).not.toHaveLength(0);
    await jira.issueTypes.deleteIssueType({ id: type.id! });
    expect(site.jira.state.projects.require(empty.id)).toEqual(before);
    expect(site.jira.state.issueTypes.has(type.id!)).toBe(false);
  });

  it('gives a project a workflow of its own, sees who uses it, and takes it back', async () => {
    const [open, closed] = REFERENCES;
    const made = await jira.workflows.createWorkflows({
      scope: { type: 'GLOBAL' },
      statuses: [
        { statusReference: open, name: 'Identified', statusCategory: 'TODO' },
        { statusReference: closed, name: 'Closed', statusCategory: 'DONE' },
      ],
      workflows: [
        {
          name: 'Risks',
          statuses: REFERENCES.map((statusReference, at) => ({
            statusReference,
            properties: {},
            layout: { x: at * 200, y: -16 },
          })),
          transitions: [
            { id: '1', name: 'Create', type: 'INITIAL', toStatusReference: open },
            {
              id: '11',
              name: 'Close',
              type: 'DIRECTED',
              toStatusReference: closed,
              links: [{ fromStatusReference: open, fromPort: 3, toPort: 7 }],
            },
          ],
        },
      ],
    });
    const workflowId = made.workflows![0]!.id!;
    const statusIds = made.statuses!.map(({ id }) => id!);
    const [read] = (await jira.workflows.readWorkflows({ workflowIds: [workflowId] })).workflows!;
    expect(read!.statuses!.map(({ layout }) => layout)).toEqual([
      { x: 0, y: -16 },
      { x: 200, y: -16 },
    ]);
    expect(read!.transitions![1]!.links).toEqual([{ fromStatusReference: statusIds[0], fromPort: 3, toPort: 7 }]);
    const scheme = await jira.workflowSchemes.createWorkflowScheme({ name: 'Risks', defaultWorkflow: 'Risks' });
    const workflowSchemeId = String(scheme.id);
    const previous = site.jira.state.projects.require(empty.id).workflowSchemeId;
    const projects = jira.workflowSchemeProjectAssociations;
    await projects.assignSchemeToProject({ projectId: empty.id, workflowSchemeId });
    const users = await Promise.all([
      jira.workflowSchemes.getProjectUsagesForWorkflowScheme({ workflowSchemeId }),
      jira.workflows.getProjectUsagesForWorkflow({ workflowId }),
      jira.status.getProjectUsagesForStatus({ statusId: statusIds[0]! }),
    ]);
    expect(users.map((usage) => usage.projects?.values?.map(({ id }) => id))).toEqual([
      [empty.id],
      [empty.id],
      [empty.id],
    ]);
    const schemes = await jira.workflows.getWorkflowSchemeUsagesForWorkflow({ workflowId });
    expect(schemes.workflowSchemes?.values).toEqual([{ id: workflowSchemeId }]);
    await jira.status.getWorkflowUsagesForStatus({ statusId: statusIds[0]! });
    await jira.workflows.getWorkflowProjectIssueTypeUsages({ workflowId, projectId: Number(empty.id) });
    await expect(jira.workflows.deleteInactiveWorkflow({ entityId: workflowId })).rejects.toMatchObject({
      status: 400,
    });

    await projects.assignSchemeToProject({ projectId: empty.id });
    const standard = await projects.getWorkflowSchemeProjectAssociations({ projectId: [Number(empty.id)] });
    expect(standard.values[0]?.workflowScheme?.id).toBeUndefined();
    await projects.assignSchemeToProject({ projectId: empty.id, workflowSchemeId: previous });
    await jira.workflowSchemes.deleteWorkflowScheme({ id: scheme.id! });
    await jira.workflows.deleteInactiveWorkflow({ entityId: workflowId });
    await jira.status.deleteStatusesById({ id: statusIds });
    expect(site.jira.state.statuses.has(statusIds[0]!)).toBe(false);
  });

  it('throws a field away, gets it back, and deletes it', async () => {
    const { id } = await jira.issueFields.createCustomField({ name: 'Likelihood', type: `${TYPES}:select` });
    await jira.screenTabFields.addScreenTabField({ screenId: 1, tabId: 10_000, fieldId: id! });
    await jira.screenTabFields.moveScreenTabField({ screenId: 1, tabId: 10_000, id: id!, position: 'First' });
    expect((await jira.screens.getScreensForField({ fieldId: id! })).total).toBe(1);
    await jira.issueFields.trashCustomField({ id: id! });
    const trashed = await jira.issueFields.getTrashedFieldsPaginated();
    expect(trashed.values.map(({ name }) => name)).toEqual(['Likelihood']);
    await jira.issueFields.restoreCustomField({ id: id! });
    await jira.issueFields.trashCustomField({ id: id! });
    const { status } = await jira.issueFields.deleteCustomField({ id: id! });
    expect(status).toBe('RUNNING');
    site.jira.clock.advance(2000);
    expect((await jira.issueFields.getTrashedFieldsPaginated()).total).toBe(0);
  });

  it('deletes a link type', async () => {
    const names = { name: 'Mitigates', inward: 'is mitigated by', outward: 'mitigates' };
    const { id } = await jira.issueLinkTypes.createIssueLinkType(names);
    await jira.issueLinkTypes.deleteIssueLinkType({ issueLinkTypeId: id! });
    expect(site.jira.state.linkTypes.has(id!)).toBe(false);
  });
});
