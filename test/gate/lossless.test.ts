/** A workflow read and written back: whatever Jira keeps in it goes back as it came. */
import fc from 'fast-check';
import type { JiraRequest } from '../../src/jira/request';
import { updateWorkflows, workflowsById } from '../../src/jira/workflow-update';

const json = fc.jsonValue({ maxDepth: 2 });
/** Properties that this app has never heard of. */
const more = fc.dictionary(fc.stringMatching(/^x[A-Z][a-z]{1,8}$/), json, { maxKeys: 3 });
const rule = fc
  .record({ ruleKey: fc.constantFrom('system:validate-field-value', 'connect:x', 'forge:expression-validator'), more })
  .chain(({ ruleKey, more: extra }) =>
    fc
      .record(
        { ruleKey: fc.constant(ruleKey), id: fc.uuid(), parameters: fc.dictionary(fc.string(), json) },
        { requiredKeys: ['ruleKey'] },
      )
      .map((known) => ({ ...extra, ...known })),
  );
const transition = fc
  .tuple(
    more,
    fc.record(
      {
        id: fc.nat({ max: 999 }).map(String),
        name: fc.string({ minLength: 1 }),
        type: fc.constantFrom('INITIAL', 'GLOBAL', 'DIRECTED'),
        toStatusReference: fc.constant('1'),
        links: fc.array(fc.record({ fromStatusReference: fc.constant('1'), fromPort: fc.nat(), toPort: fc.nat() })),
        conditions: fc.record({
          operation: fc.constant('ALL'),
          conditions: fc.array(rule),
          conditionGroups: fc.constant([]),
        }),
        validators: fc.array(rule, { maxLength: 3 }),
        actions: fc.array(rule, { maxLength: 2 }),
        triggers: fc.array(json, { maxLength: 2 }),
        transitionScreen: rule,
        customIssueEventId: fc.string(),
        properties: fc.dictionary(fc.string(), fc.string()),
      },
      { requiredKeys: ['id', 'name', 'type'] },
    ),
  )
  .map(([extra, known]) => ({ ...extra, ...known }));

/** Names that libraries like to leave out. */
const WITH_ODD_PARAMETERS = {
  id: '1',
  name: 'Create',
  type: 'INITIAL' as const,
  validators: [
    {
      ruleKey: 'connect:x' as const,
      parameters: JSON.parse('{"prototype":1,"constructor":"y","__proto__":{"z":null}}') as Record<
        string,
        fc.JsonValue
      >,
    },
  ],
};

test('nothing is lost, added or changed, but what Jira says and does not take back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(transition, { maxLength: 4 }),
      more,
      more,
      more,
      async (transitions, ofAll, ofStatus, ofLayout) => {
        const status = {
          ...ofStatus,
          id: '1',
          name: 'To Do',
          statusCategory: 'TODO',
          statusReference: '1',
          description: 'x',
        };
        const known = {
          id: 'b9ff2384-d3b6-4d4e-9509-3ee19f607168',
          description: 'Kept',
          version: { id: 'f010ac1b-3dd3-43a3-aa66-0ee8a447f76e', versionNumber: 7 },
          startPointLayout: { x: -100.5, y: 2 },
          transitions,
        };
        const layout = { statusReference: '1', properties: {}, layout: { x: 1.25, y: 2 }, ...ofLayout };
        const told = {
          ...ofAll,
          ...known,
          name: 'Workflow',
          isEditable: true,
          scope: { type: 'GLOBAL' },
          created: 'then',
          updated: 'now',
          taskId: null,
          statuses: [{ ...layout, deprecated: false }],
        };
        const sent: unknown[] = [];
        const jira: JiraRequest = async ({ strings }, init) => {
          const update = strings.join('').endsWith('/workflows/update');
          if (update && typeof init.body === 'string') sent.push(JSON.parse(init.body));
          const answer = { statuses: [{ ...status, scope: { type: 'GLOBAL' } }], workflows: [told] };
          return { status: 200, headers: { get: () => null }, text: async () => JSON.stringify(answer) };
        };
        await updateWorkflows(jira, await workflowsById(jira, [known.id]));
        const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
        expect(sent).toEqual([wire({ statuses: [status], workflows: [{ ...ofAll, ...known, statuses: [layout] }] })]);
      },
    ),
    { examples: [[[WITH_ODD_PARAMETERS], {}, {}, {}]] },
  );
});
