import { startPage } from '../../shared/page';
import { Gadget } from './Gadget';

startPage((context) => <Gadget context={context} />, null, 'raised');
