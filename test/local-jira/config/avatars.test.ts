import { ISSUE_TYPE } from '../seed';
import { testSite, valueAt, type TestSite } from './test-site';

/** The first bytes of a PNG of this size, which is all that is looked at. */
function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64);
  const data = Buffer.from(bytes.buffer);
  data.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  data.write('IHDR', 12, 'latin1');
  data.writeUInt32BE(width, 16);
  data.writeUInt32BE(height, 20);
  return bytes;
}

async function upload(
  { jira }: TestSite,
  bytes: Uint8Array<ArrayBuffer>,
  more: { query?: string; headers?: Record<string, string>; type?: string; as?: 'admin' | 'app' } = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const { query = 'size=96', headers = {}, type = ISSUE_TYPE.task } = more;
  const { id: adminId } = jira.state.users.find(
    ({ groups }) => groups.includes('jira-admins') || groups.includes('site-admins'),
  )!;
  const token = jira.issueToken({ type: 'user', accountId: adminId }, 'all');
  const answer = await jira.fetch(
    new Request(`http://jira/rest/api/3/universal_avatar/type/issuetype/owner/${type}?${query}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'image/png',
        'X-Atlassian-Token': 'no-check',
        ...headers,
      },
      body: bytes,
    }),
  );
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

describe('pictures of issue types', () => {
  test('are uploaded, listed, chosen and shown', async () => {
    const site = testSite();
    const picture = png(96, 96);
    const stored = await upload(site, picture);
    expect(stored).toMatchObject({
      status: 201,
      body: { isSystemAvatar: false, isSelected: false, isDeletable: true },
    });
    const avatarId = Number(stored.body['id']);
    const chosen = await site.call('PUT', `/issuetype/${ISSUE_TYPE.task}`, { avatarId });
    expect(chosen).toMatchObject({ status: 200, body: { avatarId } });
    const listed = await site.call('GET', `/universal_avatar/type/issuetype/owner/${ISSUE_TYPE.task}`);
    expect(valueAt(listed, 'custom')).toMatchObject([
      { id: String(avatarId), isSelected: true, owner: ISSUE_TYPE.task },
    ]);
    const other = await site.call('GET', `/universal_avatar/type/issuetype/owner/${ISSUE_TYPE.bug}`);
    expect(valueAt(other, 'custom')).toEqual([]);
    expect(valueAt(other, 'system')).toContainEqual(expect.objectContaining({ id: '10303', isSelected: true }));

    const type = await site.call('GET', `/issuetype/${ISSUE_TYPE.task}`);
    const { pathname, search } = new URL(String(valueAt(type, 'iconUrl')));
    const shown = await site.jira.fetch(new Request(`http://jira${pathname}${search}`));
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(picture);
  });

  test('survive a snapshot', async () => {
    const site = testSite();
    const { body } = await upload(site, png(16, 16), { query: 'size=16' });
    const snapshot = JSON.parse(JSON.stringify(site.jira.snapshot())) as unknown;
    site.jira.reset();
    site.jira.restore(snapshot);
    const path = `/rest/api/3/universal_avatar/view/type/issuetype/avatar/${String(body['id'])}`;
    expect((await site.jira.fetch(new Request(`http://jira${path}`))).status).toBe(200);
  });

  test('of Jira itself are drawings anybody may see', async () => {
    const { jira, call } = testSite();
    const system = await call('GET', '/avatar/issuetype/system', undefined, 'nobody');
    const ids = (valueAt(system, 'system') as { id: string }[]).map(({ id }) => id);
    expect(ids).toContain('10300');
    for (const id of ids) {
      const shown = await jira.fetch(
        new Request(`http://jira/rest/api/2/universal_avatar/view/type/issuetype/avatar/${id}?size=medium`),
      );
      expect(shown.headers.get('content-type')).toBe('image/svg+xml');
      expect(await shown.text()).toMatch(/^<svg .*<\/svg>$/s);
    }
  });

  test('go with a type that shows them', async () => {
    const site = testSite();
    const { body } = await upload(site, png(96, 96));
    const id = String(body['id']);
    await site.call('PUT', `/issuetype/${ISSUE_TYPE.task}`, { avatarId: Number(id) });
    const path = `/universal_avatar/type/issuetype/owner/${ISSUE_TYPE.task}/avatar`;
    expect((await site.call('DELETE', `${path}/${id}`)).status).toBe(204);
    expect(await site.call('GET', `/issuetype/${ISSUE_TYPE.task}`)).toMatchObject({ body: { avatarId: 10_300 } });
    expect((await site.call('DELETE', `${path}/${id}`)).status).toBe(404);
    expect((await site.call('DELETE', `${path}/10300`)).status).toBe(403);
  });

  test('are refused when they are none, too small for the crop, or without the XSRF header', async () => {
    const site = testSite();
    const refused = async (bytes: Uint8Array<ArrayBuffer>, more: Parameters<typeof upload>[2]): Promise<number> =>
      (await upload(site, bytes, more)).status;
    expect(await refused(new Uint8Array(), {})).toBe(400);
    expect(await refused(new TextEncoder().encode('<svg/>'), {})).toBe(400);
    expect(await refused(png(96, 96), { headers: { 'Content-Type': 'image/gif' } })).toBe(400);
    expect(await refused(png(96, 96), { headers: { 'Content-Type': 'image/jpeg' } })).toBe(501);
    expect(await refused(png(96, 95), {})).toBe(400);
    expect(await refused(png(96, 96), { query: 'size=96&x=1' })).toBe(400);
    expect(await refused(png(96, 96), { query: '' })).toBe(400);
    expect(await refused(png(96, 96), { headers: { 'X-Atlassian-Token': '' } })).toBe(403);
    expect(await refused(png(96, 96), { type: '99999' })).toBe(404);
    expect(site.jira.state.avatars.size).toBe(0);
    expect((await site.call('PUT', `/issuetype/${ISSUE_TYPE.task}`, { avatarId: 12_345 })).status).toBe(400);
    expect((await site.call('GET', '/avatar/project/system')).status).toBe(501);
    expect((await site.call('GET', '/avatar/house/system')).status).toBe(404);
  });
});
