export interface IncidentEvents {}
