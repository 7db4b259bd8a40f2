/** Tells on a terminal which stage runs; says nothing in a pipe. */
export function startProgress(): (stage: string) => void {
  return (stage) => {
    if (process.stderr.isTTY) process.stderr.write(`· ${stage}\n`)
  }
}
