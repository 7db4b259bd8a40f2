import { closeSync, createReadStream, readSync } from 'node:fs'
import type { Readable } from 'node:stream'
import type { Problem } from '../../model/problem.ts'
import type { Opening } from './formats/format.ts'
import { OPENING_BYTES } from './formats/format.ts'
import { openOwnFile } from './read-own-file.ts'

/**
 * The first bytes of a file of the dossier.
 *
 * @param root the dossier's folder
 * @param file relative to it
 */
export function readOpening(root: string, file: string): { opening: Opening; size: number } | { problem: Problem } {
  const opened = openOwnFile(root, file, Number.POSITIVE_INFINITY)
  if (opened.problem) return opened
  try {
    const buffer = Buffer.alloc(Math.min(OPENING_BYTES, opened.size))
    const bytes = buffer.subarray(0, readSync(opened.descriptor, buffer, 0, buffer.length, 0))
    const text = bytes.toString('latin1').replace(/^(?:ï»¿|\s){1,100}/, '')
    const extension = /\.[^./]{1,12}$/.exec(file)?.[0].toLowerCase() ?? ''
    return { opening: { bytes, text, extension }, size: opened.size }
  } finally {
    closeSync(opened.descriptor)
  }
}

/** The whole file as a stream; it was checked when it was opened. */
export function streamFile(root: string, file: string): Readable {
  const opened = openOwnFile(root, file, Number.POSITIVE_INFINITY)
  if (opened.problem) throw new Error(opened.problem.reason)
  return createReadStream('', { fd: opened.descriptor, autoClose: true })
}
