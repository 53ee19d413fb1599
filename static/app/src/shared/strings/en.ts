/**
 * Every word the pages show, in English; one section for each page. A page imports the sections it needs from their
 * own files, so that it does not carry the words of the others; this is the whole, for whoever translates or checks.
 */
export { common } from './en-common';
export { gadget } from './en-gadget';
export { gadgetEdit } from './en-gadget-edit';
export { panel } from './en-panel';
export { projectSettings } from './en-project-settings';
export { setUp } from './en-set-up';
