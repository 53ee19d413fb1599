import { startPage } from '../../shared/page';
import { GadgetEdit } from './GadgetEdit';

startPage((context) => <GadgetEdit context={context} />, null, 'raised');
