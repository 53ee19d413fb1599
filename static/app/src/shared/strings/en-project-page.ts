/** Words of the page Security in a project, around its tabs. */
export const projectPage = {
  title: 'Security',
  tabsLabel: 'Parts of this page',
  tabs: { overview: 'Overview', refinement: 'Refinement', risks: 'Risks', hygiene: 'Hygiene', report: 'Report' },
  noProject: {
    heading: 'This page belongs in a project',
    body: 'Open a project and choose Security in its side bar.',
  },
  notAdded: {
    heading: 'Shift-Up was not added to this project',
    body: 'A project admin adds it in the project’s settings, under Security, and sees every change before it is made.',
    bodyAdmin: 'Add it in the project’s settings. The plan shows every change before it is made.',
    open: 'Open settings',
  },
} as const;
