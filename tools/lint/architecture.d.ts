export const uses: Readonly<Record<string, readonly string[]>>
export function featureOf(file: string): string | null
export function objection(file: string, specifier: string, typeOnly?: boolean): string | null
export function misplaced(file: string): string | null
