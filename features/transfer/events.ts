/** What becomes of imports as a whole. What they bring is silent. */
interface ImportFact<Type extends `import.${string}`> {
  readonly type: Type
  readonly subject: { readonly importId: string }
}

export type ImportStarted = ImportFact<'import.started'>
export type ImportStopped = ImportFact<'import.stopped'>
export type ImportResumed = ImportFact<'import.resumed'>

export type ImportEvent = ImportStarted | ImportStopped | ImportResumed
