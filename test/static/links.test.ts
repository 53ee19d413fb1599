import { issuePath, issuesPath, onSite } from '../../static/app/src/shared/links';

test('a query becomes one parameter, whatever it holds', () => {
  const jql = 'project = 10000 AND summary ~ "a&b#c" ORDER BY created';
  const url = new URL(issuesPath(jql), 'https://shop.atlassian.net');
  expect(url.pathname).toBe('/issues/');
  expect(url.searchParams.get('jql')).toBe(jql);
});

test('an issue key cannot leave its place in the path', () => {
  expect(issuePath('SHOP-1')).toBe('/browse/SHOP-1');
  expect(issuePath('../admin')).toBe('/browse/..%2Fadmin');
});

test.each([
  ['https://shop.atlassian.net', 'https://shop.atlassian.net/browse/SHOP-1'],
  ['https://shop.atlassian.net/', 'https://shop.atlassian.net/browse/SHOP-1'],
  ['http://localhost:4000', 'http://localhost:4000/browse/SHOP-1'],
  ['javascript:alert(1)//', undefined],
  ['https://a.example/x?y', undefined],
  ['', undefined],
])('on the site %s', (site, expected) => {
  expect(onSite(site, '/browse/SHOP-1')).toBe(expected);
});
