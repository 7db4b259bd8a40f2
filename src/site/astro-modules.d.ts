/** What TypeScript alone knows of a component; `astro check` reads the component itself. */
declare module '*.astro' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
  const Component: AstroComponentFactory
  export default Component
}
