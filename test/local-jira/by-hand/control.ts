import type { Hono } from 'hono';
import * as v from 'valibot';
import { readBody } from '../config/body';
import { badRequest } from '../http/problem';
import type { SiteState } from '../state/site-state';
import { TEAM_FIELD_TYPES } from './field-types';
import { fieldOnTypeJson, overviewJson } from './overview';
import { teamManaged } from './team-managed';

const PATH = '/__local-jira/team-managed';
const PROJECT = `${PATH}/:project`;
const TYPE = `${PROJECT}/issue-types/:type`;

const TypeBody = v.strictObject({
  name: v.string(),
  description: v.optional(v.string()),
  level: v.optional(v.picklist(['standard', 'subtask', 'epic'])),
});
const TypeChangeBody = v.strictObject({ name: v.optional(v.string()), description: v.optional(v.string()) });
const UsedFieldBody = v.strictObject({ fieldId: v.string() });
const FieldBody = v.strictObject({
  name: v.string(),
  type: v.picklist(TEAM_FIELD_TYPES),
  description: v.optional(v.string()),
  options: v.optional(v.array(v.string())),
});
const FieldChangeBody = v.strictObject({
  name: v.optional(v.string()),
  options: v.optional(v.array(v.strictObject({ id: v.optional(v.string()), value: v.string() }))),
});

/** Serves what the settings pages of team-managed projects can do, for a page of the shell and for tests. */
export function registerByHand(app: Hono, state: () => SiteState): void {
  const team = (c: { req: { param(name: string): string | undefined } }) =>
    teamManaged(state(), c.req.param('project') ?? '');
  app.get(PATH, (c) => {
    const projects = state().projects.filter(({ style, deleted }) => style === 'next-gen' && !deleted);
    return c.json({ projects: projects.map(({ id, key, name }) => ({ id, key, name })) });
  });
  app.get(PROJECT, (c) => c.json(overviewJson(state(), team(c))));
  app.post(`${PROJECT}/issue-types`, async (c) => {
    const { id, name } = team(c).addIssueType(readBody(TypeBody, await bodyOf(c)));
    return c.json({ id, name }, 201);
  });
  app.put(TYPE, async (c) => {
    const { id, name } = team(c).changeIssueType(c.req.param('type'), readBody(TypeChangeBody, await bodyOf(c)));
    return c.json({ id, name });
  });
  app.delete(TYPE, (c) => {
    team(c).removeIssueType(c.req.param('type'));
    return c.body(null, 204);
  });
  app.post(`${TYPE}/fields`, async (c) => {
    const body = await bodyOf(c);
    const project = team(c);
    const field = v.is(UsedFieldBody, body)
      ? project.useField(c.req.param('type'), body.fieldId)
      : project.addField(c.req.param('type'), readBody(FieldBody, body));
    return c.json(fieldOnTypeJson(project, field), 201);
  });
  app.delete(`${TYPE}/fields/:field`, (c) => {
    team(c).takeOffField(c.req.param('type'), c.req.param('field'));
    return c.body(null, 204);
  });
  app.put(`${PROJECT}/fields/:field`, async (c) => {
    const project = team(c);
    const field = project.changeField(c.req.param('field'), readBody(FieldChangeBody, await bodyOf(c)));
    return c.json(fieldOnTypeJson(project, field));
  });
  app.delete(`${PROJECT}/fields/:field`, (c) => {
    team(c).removeField(c.req.param('field'));
    return c.body(null, 204);
  });
}

async function bodyOf(c: { req: { json(): Promise<unknown> } }): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw badRequest('The body has to be JSON.');
  }
}
