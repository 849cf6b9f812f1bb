export { ABSENCES_PERMISSIONS } from './absences.permissions.ts';
export { absencesRoutes } from './absences.routes.ts';
export { findAbsencesOfOffice } from './absence.model.ts';
export { noteAbsence } from './note-absence.ts';
export { standInsOf, withSubstitutes } from './stand-ins.ts';
