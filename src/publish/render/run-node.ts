import { spawn } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { listFilesAt } from '../disk/disk.ts'

/**
 * V8 flag: the heap grows by half, not to twice its size or more, before it is collected. With a fifth, comparing 10,000
 * articles takes a tenth less memory and a quarter more time.
 */
export const HEAP_THRIFT = '--heap-growing-percent=50'
/** A dossier with more files needs it to be built at all. */
const MANY_FILES = 2000
/**
 * V8 flag: the bytes of buffers count as a part of the heap. Without it the whole heap is collected each time that they
 * grow by some ten megabytes, as they do while large files are compressed.
 */
const BUFFERS_IN_HEAP = '--external-memory-accounted-in-global-limit'

/** V8 options for the heap of a process that reads a whole dossier. */
export function heapFlags(root: string): string[] {
  return listFilesAt(join(root, 'seeds')).length > MANY_FILES ? [BUFFERS_IN_HEAP, HEAP_THRIFT] : [BUFFERS_IN_HEAP]
}

/** The folders that the site's code reads; absolute. */
export interface Folders {
  /** The dossier's root, for the hand-written pages. */
  readonly root: string
  /** The generated collections. */
  readonly content: string
}

/** How a process ended, and all that it printed. */
export interface ProcessResult {
  readonly code: number | null
  readonly output: string
}

/**
 * Runs Node in a separate process, with an environment of only PATH, HOME, the temporary folders, and the folder of
 * compiled
 * modules.
 *
 * @param args the program and its arguments
 * @param onLine called with each line that the process prints, as it prints it
 */
export function runNode(
  args: readonly string[],
  cwd: string,
  { root, content }: Folders,
  more: Readonly<Record<string, string>> = {},
  onLine?: (line: string) => void,
): Promise<ProcessResult> {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const env = {
    PATH,
    HOME,
    ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }),
    TZ: 'UTC',
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    FORCE_COLOR: '0',
    DOSSIER_ROOT: root,
    DOSSIER_CONTENT: content,
    ...(getCompileCacheDir() && { NODE_COMPILE_CACHE: dirname(getCompileCacheDir()!) }),
    ...more,
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...heapFlags(root), ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    if (onLine) createInterface(child.stdout).on('line', onLine)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: stripVTControlCharacters(Buffer.concat(chunks).toString()) }))
  })
}
