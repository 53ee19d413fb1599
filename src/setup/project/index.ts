/** The project half of set-up, as the rest of it sees it. */
export { changeAllRefused, projectItems, type PlanQuestion } from './project-plan';
export { readProjects, type FoundProjects, type Readers } from './read-projects';
export { runProjectStep } from './run-project-step';
export { readProjectUndo, undoProjectStep } from './undo-project';
