import { spawnSync } from 'node:child_process'

/** Number of `renameat2` among the system calls of Linux, by kind of processor. */
const RENAMEAT2: Partial<Record<NodeJS.Architecture, number>> = { x64: 316, arm64: 276 }

/** `syscall(renameat2, AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE)`, which Node cannot call itself. */
const CALL = 'exit(syscall($ARGV[0] + 0, -100, $ARGV[1], -100, $ARGV[2], 2) == 0 ? 0 : 1)'

/**
 * Exchanges two folders of one file system in a single step, so that nobody ever sees either of them missing: by
 * `mv --exchange` where there is one (coreutils 9.5), else on Linux by the same system call through Perl.
 *
 * @param one absolute path
 * @param other absolute path
 * @returns false when neither is to be had here; nothing has changed then
 */
export function exchangeFolders(one: string, other: string): boolean {
  const number = process.platform === 'linux' ? RENAMEAT2[process.arch] : undefined
  const succeeds = (program: string, args: string[]) => spawnSync(program, args).status === 0
  return (
    succeeds('mv', ['--exchange', '--no-target-directory', one, other]) ||
    (number !== undefined && succeeds('perl', ['-e', CALL, `${number}`, one, other]))
  )
}
