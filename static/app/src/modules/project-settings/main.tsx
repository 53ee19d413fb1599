import { startPage } from '../../shared/page';
import { Loading } from './Loading';
import { ProjectSettingsPage } from './ProjectSettingsPage';

startPage((context) => <ProjectSettingsPage context={context} />, <Loading />);
