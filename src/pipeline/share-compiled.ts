import { flushCompileCache, getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'

/** The environment for a thread that takes its modules as this one has compiled them: by itself it would do so again. */
export function shareCompiled(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir()
  if (folder === undefined) return process.env
  flushCompileCache()
  return { ...process.env, NODE_COMPILE_CACHE: dirname(folder) }
}
