import { startPage } from '../../shared/page';
import { BoardAction } from './BoardAction';

startPage((context) => <BoardAction context={context} />, null, 'overlay');
