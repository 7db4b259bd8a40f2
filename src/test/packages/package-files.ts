import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../../', import.meta.url)

/** The package's own `package.json`, in the parts that are read here. */
export interface Manifest {
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}

/** An entry of `package-lock.json`. */
export interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly engines?: Readonly<Record<string, string>>
  readonly bin?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** `package-lock.json`, in the parts that are read here: packages by their folder, the project itself under `''`. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

/** Path of a file of the repository. */
export const pathOf = (file: string): string => fileURLToPath(new URL(file, root))

/** Text of a file of the repository. */
export const readText = (file: string): string => readFileSync(pathOf(file), 'utf8')

export const readManifest = (): Manifest => JSON.parse(readText('package.json'))

export const readLock = (): Lock => JSON.parse(readText('package-lock.json'))

/** Name of the package in a folder of the lock: `node_modules/a/node_modules/@b/c` holds `@b/c`. */
export const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/') + 13)

/** The Node versions that an installed package asks for; undefined where it is not installed or does not say. */
export function readEngine(folder: string): string | undefined {
  const file = pathOf(`${folder}/package.json`)
  if (!existsSync(file)) return undefined
  const { engines } = JSON.parse(readFileSync(file, 'utf8')) as LockedPackage
  return engines?.['node']
}
