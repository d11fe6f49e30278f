export interface RegistryEvents {}
