export function changedTables(text: string): string[]
export function tableObjection(file: string, table: string): string | null
