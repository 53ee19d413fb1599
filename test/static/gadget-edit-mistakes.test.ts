import { BLOCKS } from '../../static/app/src/shared/risk-summary/blocks';
import { mistakesIn, type Entered } from '../../static/app/src/modules/gadget-edit/mistakes';

const shop = { id: '10000', key: 'SHOP', name: 'Web Shop' };
const entered: Entered = {
  title: '',
  kind: 'projects',
  projects: [shop],
  filter: undefined,
  blocks: BLOCKS,
  refresh: 15,
};
const filter = { filter: { id: '10400', name: 'Mine' }, hidden: false };

test.each<[string, Partial<Entered>, object]>([
  ['projects', {}, {}],
  ['no project', { projects: [] }, { projects: 'Choose at least one project.' }],
  [
    'too many projects',
    { projects: Array.from({ length: 22 }, () => shop) },
    { projects: 'At most 20 projects. Remove 2 to save.' },
  ],
  ['a filter, whatever the projects', { kind: 'filter', filter, projects: [] }, {}],
  ['no filter', { kind: 'filter' }, { filter: 'Choose a filter.' }],
  [
    'a filter the editor cannot see',
    { kind: 'filter', filter: { ...filter, hidden: true } },
    { filter: 'This filter was deleted or is no longer shared with you. Choose another.' },
  ],
  ['projects, whatever the filter', { filter: { ...filter, hidden: true } }, {}],
  ['no block', { blocks: [] }, { blocks: 'Choose at least one block.' }],
])('%s', (_what, change, mistakes) => {
  expect(mistakesIn({ ...entered, ...change })).toEqual(mistakes);
});
