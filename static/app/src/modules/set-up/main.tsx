import { startPage } from '../../shared/page';
import { SetUp } from './SetUp';

startPage(({ timezone }) => <SetUp timezone={timezone} />);
