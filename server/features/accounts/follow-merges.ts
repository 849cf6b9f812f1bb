import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { repointPeople } from './user.model.ts';

/** The people of a merged company are people of the one that stands for it: it is they who are told of its matters. */
registerMergeListener('company', repointPeople);
