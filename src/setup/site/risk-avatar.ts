/**
 * The picture of a security risk: a white shield with an exclamation mark on red, as PNG. It is ours.
 */
declare const atob: (text: string) => string;

/** Pixels of a side. */
export const RISK_AVATAR_SIZE = 48;

const BASE64 = [
  'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwCAYAAABXAvmHAAACMUlEQVR42u2azysEYRjH549RysGmKCfiRFIcRA6K05aDUpRSc3SR',
  'kpLa5OAqttCyWqGtJb+yoeSymlUUarMOmvSa77S7bfPO4X1n31n7aN761tsz837f57O9877v7DuaVlY2G+tCliKWDEusxmQUcgtp',
  'bsW6oFsyazBxp5Cj7pY8Iya9fNiYBAFMezgVxhUjqohWow+s8IOtidy429HKTsaGqyr0KZKbEMDF7DSrdkGfAUAAEAAEAN4A7pcX',
  'XUUGYK+rnfNAjAzAQX8354EYGQCspE4PxMgAnE1NcB6IkQG41Gc4D8RIzUJOD1Kz0OP6GueBGBmATHSD80CMDMBrKsl5IEYG4P3m',
  'mvNAjAxAPmtwHoiRATC/8vbWoVyI/RmA7Cqqorit5p4BZDdiKorbhtAzACQ7BD6fMuxhdcUW6rJDUDQvYYCX5LHUNBptbii1RV1m',
  'GkVfygHS83PCCRwO9XHtERMt6Es5gMxzsNVUz7VHTPX4lwKQWU2PRga5toh5XcWVAaQmwkJJfNym2U5bS6kd6oiJFPThGwD0dnUu',
  'lMh3LseM2LYt1EUKvGXzkQZIDPSyH9NUPu/DE96+A0B3SwvKAeDpJRfN63/z2XhMWfLw8pqHZwBMiyog4OE27foOUISQfVV0vnpW',
  'knzFAEUlw6NS+x3cizYq+tZUnVfhlzydHGfPibjrxg8xXMM9lf7qTgBfDvn2ezpL512o+3nIR/6YlfZBN/lPDf7Fxx6UP7f5Bdop',
  'FRMMKjUqAAAAAElFTkSuQmCC',
].join('');

export function riskAvatar(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(BASE64), (character) => character.charCodeAt(0));
}
