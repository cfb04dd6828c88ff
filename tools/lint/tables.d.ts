export const owns: Readonly<Record<string, readonly string[]>>
export const lent: Readonly<Record<string, readonly string[]>>
export function ownerOf(table: string): string | null
