declare module '*.css'
declare module '*.css?url' {
  const address: string
  export { address as default }
}
