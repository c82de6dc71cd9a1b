// Tests of what a screen decides reach its components' types, and so their styles.
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
