import { onComplaintStep } from '../complaints/index.ts';
import { followComplaint } from './follow-complaint.ts';

onComplaintStep(followComplaint);
