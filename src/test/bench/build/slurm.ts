import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, hostname, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** A cluster of this one machine, with all its files in one folder. */
export interface Cluster {
  /** Environment of its commands. */
  readonly env: NodeJS.ProcessEnv
  readonly stop: () => void
}

/** How its options call the files that it would else keep in places of the system. */
const MUNGE_FILES: Record<string, string> = { key: 'key-file', seed: 'seed-file', pid: 'pid-file' }

const PROGRAMS = ['munged', 'slurmctld', 'slurmd']

/** Debian's packages; starting needs neither systemd nor cgroups, but root. */
function installSlurm(): void {
  const missing = PROGRAMS.filter((name) => !hasProgram(name))
  if (missing.length === 0) return
  console.log(`Installing slurm-wlm and munge, for ${missing.join(', ')}`)
  execFileSync('apt-get', ['install', '--yes', '--no-install-recommends', 'slurm-wlm', 'munge'], { stdio: 'ignore' })
}

function hasProgram(name: string): boolean {
  return ['/usr/sbin', '/usr/bin', '/sbin'].some((folder) => {
    try {
      return readdirSync(folder).includes(name)
    } catch {
      return false
    }
  })
}

/**
 * Sets a cluster up and waits until it takes jobs.
 *
 * @param folder an empty folder
 * @throws Error when it does not within a minute
 */
export async function startSlurm(folder: string): Promise<Cluster> {
  if (process.getuid?.() !== 0) throw new Error('Setting a cluster up needs root')
  installSlurm()
  for (const name of ['state', 'spool', 'logs']) mkdirSync(join(folder, name), { recursive: true })
  const socket = join(folder, 'munge.socket')
  const config = join(folder, 'slurm.conf')
  writeFileSync(join(folder, 'munge.key'), '0123456789abcdef'.repeat(64), { mode: 0o600 })
  writeFileSync(config, describe(folder, socket))
  const env = { ...process.env, SLURM_CONF: config }
  const daemons = [
    [
      'munged',
      '--foreground',
      '--force',
      ...['key', 'seed', 'socket', 'pid'].map(
        (name) => `--${MUNGE_FILES[name] ?? name}=${join(folder, `munge.${name}`)}`,
      ),
    ],
    ['slurmctld', '-D', '-i'],
    ['slurmd', '-D', '-N', 'bench'],
  ].map(([name, ...args]) => spawn(`/usr/sbin/${name}`, args, { env, stdio: 'ignore', cwd: folder }))
  const stop = () => {
    for (const daemon of daemons.toReversed()) daemon.kill('SIGTERM')
  }
  for (let tries = 0; tries < 60; tries += 1) {
    if (isIdle(env)) return { env, stop }
    await setTimeout(1000)
  }
  stop()
  throw new Error(
    `The cluster does not start:\n${readFileSync(join(folder, 'logs/slurmctld.log'), 'utf8').slice(-2000)}`,
  )
}

function isIdle(env: NodeJS.ProcessEnv): boolean {
  try {
    return /\bidle\b/.test(execFileSync('sinfo', ['--noheader'], { env, encoding: 'utf8', stdio: 'pipe' }))
  } catch {
    return false
  }
}

const describe = (folder: string, socket: string): string => `ClusterName=bench
SlurmctldHost=${hostname()}(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=${socket}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU_Memory
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldLogFile=${folder}/logs/slurmctld.log
SlurmdLogFile=${folder}/logs/slurmd.log
ReturnToService=2
MinJobAge=100000
NodeName=bench NodeHostname=${hostname()} NodeAddr=127.0.0.1 CPUs=${availableParallelism()} RealMemory=${Math.floor((totalmem() / 2 ** 20) * 0.9)}
PartitionName=bench Nodes=bench Default=YES State=UP
`
