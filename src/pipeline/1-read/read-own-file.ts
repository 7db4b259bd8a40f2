import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Problem, Reported } from '../../model/problem.ts'
import { countDeceiving, removeDeceiving } from '../../text/characters.ts'
import { readChunks, splitLines } from '../../text/read-lines.ts'

/** The bytes of a file, or the reason why it is not read. */
export type OwnFile =
  | { readonly bytes: Buffer; readonly problem?: never }
  | { readonly bytes?: never; readonly problem: Problem }

/** Above this a file of a dossier is not something that a person wrote or clipped but an archive. */
const MAX_BYTES = 5_000_000

/** A pipe is not waited for, and a link that has just taken the file's place is not followed. */
const OPENING = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/**
 * Reads a file of the dossier: a regular file that really lies in the dossier's folder, and not too large. No link is
 * followed, so that a folder of clippings from anywhere never publishes a file of the machine it is built on, nor when
 * somebody exchanges files meanwhile: what is checked is what was opened.
 *
 * @param root the dossier's folder
 * @param file relative to it
 * @param most bytes that it may have
 */
export function readOwnFile(root: string, file: string, most = MAX_BYTES): OwnFile {
  const opened = openOwnFile(root, file, most)
  if (opened.problem) return opened
  try {
    return { bytes: readFileSync(opened.descriptor) }
  } catch (error) {
    return { problem: explain(file, error) }
  } finally {
    closeSync(opened.descriptor)
  }
}

/** A file that is open and was checked, or the reason why it is not. The caller closes it. */
export type OpenedFile =
  | { readonly descriptor: number; readonly size: number; readonly problem?: never }
  | { readonly descriptor?: never; readonly problem: Problem }

/** Opens a file of the dossier as `readOwnFile` does, to be read piece by piece. */
export function openOwnFile(root: string, file: string, most: number): OpenedFile {
  try {
    const path = join(root, file)
    if (!lstatSync(path).isFile())
      return {
        problem: problemOf(
          file,
          'file/not-a-file',
          'Unexpected link or folder, expected a regular file',
          'Copy the file itself into the folder.',
        ),
      }
    return checkOpened(root, file, openSync(path, OPENING), most)
  } catch (error) {
    return { problem: explain(file, error) }
  }
}

function checkOpened(root: string, file: string, descriptor: number, most: number): OpenedFile {
  const { ino, size } = fstatSync(descriptor, { bigint: true })
  const problem = isInside(root, join(root, file), ino) ? refuseSize(file, size, most) : refuseOutside(file)
  if (!problem) return { descriptor, size: Number(size) }
  closeSync(descriptor)
  return { problem }
}

const refuseOutside = (file: string) =>
  problemOf(
    file,
    'file/outside',
    'Unexpected linked folder, expected one of the dossier itself',
    'Copy the folder into the dossier.',
  )

function refuseSize(file: string, size: bigint, most: number): Problem | undefined {
  if (size <= most) return undefined
  return problemOf(
    file,
    'file/too-large',
    `Unexpected ${size} bytes, expected at most ${most}`,
    'Split it into one file an article.',
  )
}

const explain = (file: string, error: unknown) =>
  problemOf(
    file,
    'file/unreadable',
    `Unexpected ${(error as NodeJS.ErrnoException).code} while reading, expected a file that may be read`,
    'Rename it to plain letters and digits, or give yourself the right to read it.',
  )

/** True when the path leads to this very file, and within the folder. */
function isInside(root: string, path: string, ino: bigint): boolean {
  const real = realpathSync(path)
  const stat = lstatSync(real, { bigint: true })
  return stat.isFile() && stat.ino === ino && !relative(realpathSync(root), real).startsWith('..')
}

function problemOf(file: string, rule: string, reason: string, hint: string): Problem {
  return { file, severity: 'error', rule, reason, hint }
}

/**
 * The lines of a file of the dossier, read anew by every loop over them and never held together. It may be of any size.
 *
 * @returns undefined when the file is not read
 */
export function readOwnLines(root: string, file: string): Reported<Iterable<string> | undefined> {
  const { descriptor, problem } = openOwnFile(root, file, Infinity)
  if (problem) return { value: undefined, problems: [problem] }
  closeSync(descriptor)
  return { value: { [Symbol.iterator]: () => listLines(root, file) }, problems: [] }
}

/** @throws Error when the file can no longer be read, since what is left out would seem not to be in it */
function* listLines(root: string, file: string): Generator<string> {
  const { descriptor, problem } = openOwnFile(root, file, Infinity)
  if (problem) throw new Error(`${file}: ${problem.reason}`)
  try {
    yield* splitLines(readChunks(descriptor))
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Reads a file that a person wrote, such as a sidecar or the register: UTF-8, without characters that nobody sees and
 * that can deceive.
 *
 * @returns the text; undefined when the file is not read
 */
export function readOwnText(root: string, file: string): Reported<string | undefined> {
  const { bytes, problem } = readOwnFile(root, file)
  if (problem) return { value: undefined, problems: [problem] }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const count = countDeceiving(text)
  if (count === 0) return { value: text, problems: [] }
  const reason = `Unexpected ${count} invisible characters that control terminals or the direction of writing; they were left out`
  return {
    value: removeDeceiving(text),
    problems: [{ file, severity: 'warning', rule: 'file/invisible', reason, hint: 'Save the file without them.' }],
  }
}
