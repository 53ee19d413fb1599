/**
 * Every word the pages show, in English; one section for each page. A page imports the sections it needs from their
 * own files, so that it does not carry the words of the others; this is the whole, for whoever translates or checks.
 */
export { common } from './en-common';
export { gadget } from './en-gadget';
export { gadgetEdit } from './en-gadget-edit';
export { hints } from './en-hints';
export { link } from './en-link';
export { matrix } from './en-matrix';
export { panel } from './en-panel';
export { projectPage } from './en-project-page';
export { projectSettings } from './en-project-settings';
export { acceptance } from './en-acceptance';
export { risk } from './en-risk';
export { register } from './en-register';
export { riskProblems } from './en-risk-problems';
export { risks } from './en-risks';
export { refinement } from './en-refinement';
export { review } from './en-review';
export { setUp } from './en-set-up';
export { support } from './en-support';
export { textChange } from './en-text-change';
export { timeToClose } from './en-time-to-close';
export { hygiene } from './en-hygiene';
export { facts } from './en-facts';
export { light } from './en-light';
export { trend } from './en-trend';
export { report } from './en-report';
export { history } from './en-history';
