import { secureAddress } from '../../../static/app/src/shared/risk/secure-address';

test('an https address is a link with a short name', () => {
  expect(secureAddress(' https://infosec.example/cases/IS-2026-031 ')).toEqual({
    href: 'https://infosec.example/cases/IS-2026-031',
    label: 'IS-2026-031',
  });
  expect(secureAddress('https://infosec.example')).toEqual({
    href: 'https://infosec.example/',
    label: 'infosec.example',
  });
  expect(secureAddress('https://infosec.example/a%20b/')?.label).toBe('a b');
  expect(secureAddress('https://infosec.example/%E0%A4%A')?.label).toBe('%E0%A4%A');
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https://x',
  'data:text/html,<script>1</script>',
  'http://infosec.example/1',
  'https://jira.example@evil.example/',
  '//evil.example',
  'see the safe',
  '',
])('%p is no link', (text) => {
  expect(secureAddress(text)).toBeUndefined();
});
