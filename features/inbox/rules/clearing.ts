const staying: readonly string[] = ['ask', 'cover', 'page', 'swap']

/** Whether clearing the inbox leaves an open item: somebody waits for its reader by it. */
export const staysUncleared = ({ why }: { readonly why: string }): boolean => staying.includes(why)
