export const root: string;
export function installWhatIsMissing(): void;
export function packagesAreCurrent(folder: string): boolean;
