/** A chapter of the guide, as the build makes it: its title, and its text as HTML. */
declare module '*.md' {
  const chapter: { readonly title: string; readonly html: string }
  export default chapter
}
