import { shop } from '../testing/shop';

const EVALUATE = '/rest/api/3/expression/evaluate';

describe('expressions over REST', () => {
  it('are evaluated with the issue and project that the caller names and may see', async () => {
    const site = shop();
    const { key } = await site.create({ summary: 'Pay by card', labels: ['a'] });
    const evaluate = (expression: string, who = site.mara, expand = '') =>
      site.as(who).post(`${EVALUATE}${expand}`, {
        expression,
        context: { issue: { key }, project: { id: site.project.id } },
      });
    const answer = await evaluate(
      '{ key: issue.key, labels: issue.labels, project: project.key, me: user.accountId }',
      site.mara,
      '?expand=meta.complexity',
    );
    expect(answer).toMatchObject({
      status: 200,
      body: {
        value: { key, labels: ['a'], project: 'SHOP', me: site.mara.id },
        meta: { complexity: { steps: { value: 8, limit: 10_000 }, expensiveOperations: { value: 1, limit: 10 } } },
      },
    });
    expect((await evaluate('issue.key', site.guest)).status).toBe(404);
    expect(await evaluate("issue['a' + 'b']")).toMatchObject({
      status: 400,
      body: {
        errorMessages: [
          expect.stringContaining(
            "Evaluation failed: \"issue['a' + 'b']\" - Unrecognized property of `issue`: \"ab\". Available properties of type 'Issue' are: 'assignee'",
          ) as string,
        ],
      },
    });
    expect((await evaluate('1 ===')).status).toBe(400);
    expect((await evaluate(`'${'a'.repeat(1_000)}'`)).body.errorMessages).toEqual([
      'Jira expression is too long (1002), limit: 1000 characters',
    ]);
    expect((await evaluate('[issue]')).status).toBe(501);
    expect((await site.as(site.mara).post(EVALUATE, { expression: '1', context: { sprint: 1 } })).status).toBe(501);
  });

  it('are analysed for their syntax', async () => {
    const site = shop();
    const body = { expressions: ['issue.key', 'issue.key === 1', "'a'.repeat("] };
    const answer = await site.as(site.mara).post('/rest/api/3/expression/analyse?check=syntax', body);
    expect(answer.body).toMatchObject({
      results: [{ valid: true }, { valid: false, errors: [{ type: 'syntax' }] }, { valid: false }],
    });
    expect((await site.as(site.mara).post('/rest/api/3/expression/analyse?check=type', body)).status).toBe(501);
  });
});
