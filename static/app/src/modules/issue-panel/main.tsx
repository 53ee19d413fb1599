import { startPage } from '../../shared/page';
import { IssuePanel } from './IssuePanel';
import { PanelSkeleton } from './parts/Skeletons';

startPage((context) => <IssuePanel context={context} />, <PanelSkeleton />);
