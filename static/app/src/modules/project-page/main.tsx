import { startPage } from '../../shared/page';
import { ProjectPage } from './ProjectPage';
import { PageFrame } from './parts/PageFrame';
import { PageSkeleton } from './parts/PageSkeleton';

startPage(
  (context) => <ProjectPage context={context} />,
  <PageFrame loading>
    <PageSkeleton />
  </PageFrame>,
);
