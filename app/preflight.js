import { existsSync, statfsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'

const GIGABYTE = 1024 ** 3
const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']
const libraryFolders = [
  '/lib/x86_64-linux-gnu',
  '/lib/aarch64-linux-gnu',
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/lib64',
  '/usr/lib64',
  '/lib',
  '/usr/lib',
  '/usr/local/lib',
]

/** What this machine is, as far as Baton needs to know; `glibc` is null where the C library is another one. */
export function inspectMachine(folder) {
  return {
    node: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
    glibc: process.platform === 'linux' ? glibcVersion() : null,
    hasLibatomic: process.platform !== 'linux' || hasLibrary('libatomic.so.1'),
    hasUserName: hasUserName(),
    freeBytes: freeBytes(folder),
    isInstalled: existsSync(join(folder, 'node_modules', '.package-lock.json')),
  }
}

/** One sentence for everything that a machine lacks, each with how to get it; empty when Baton can run. */
export function whatLacks(machine) {
  const linux = machine.platform.startsWith('linux')
  return [
    Number(machine.node.split('.')[0]) < 20 &&
      `Baton is started by Node.js 20 or newer and this is ${machine.node}: install one from https://nodejs.org or your system's packages.`,
    !platforms.includes(machine.platform) && `Baton runs on ${platforms.join(', ')}, and this machine is ${machine.platform}.`,
    linux &&
      !isAtLeast(machine.glibc, [2, 28]) &&
      `Baton needs the C library glibc 2.28 or newer (here: ${machine.glibc || 'another library'}): use Debian 10, Ubuntu 20.04, Fedora 29 or newer; Alpine does not have it.`,
    !machine.hasLibatomic &&
      'The library libatomic is missing: install it with `apt-get install libatomic1` (Debian, Ubuntu) or `dnf install libatomic` (Fedora).',
    !machine.hasUserName &&
      'This user has no name on this machine, which PostgreSQL asks for: add it to /etc/passwd, or start Baton as another user.',
    machine.freeBytes < neededBytes(machine) &&
      `The disk is nearly full: Baton needs ${neededBytes(machine) / GIGABYTE} GB free here and there is ${(machine.freeBytes / GIGABYTE).toFixed(1)} GB.`,
  ].filter(Boolean)
}

/** Ends this process with exit code 1 and a sentence for everything that is missing, if anything is. */
export function requireMachine(folder) {
  const lacks = whatLacks(inspectMachine(folder))
  if (lacks.length === 0) return
  for (const sentence of lacks) console.error(sentence)
  process.exit(1)
}

const neededBytes = (machine) => (machine.isInstalled ? 0.2 : 1.5) * GIGABYTE

function isAtLeast(version, [major, minor]) {
  const [haveMajor = 0, haveMinor = 0] = (version || '').split('.').map(Number)
  return haveMajor > major || (haveMajor === major && haveMinor >= minor)
}

function glibcVersion() {
  process.report.excludeNetwork = true
  return process.report.getReport().header.glibcVersionRuntime || null
}

function hasLibrary(name) {
  const folders = [...(process.env.LD_LIBRARY_PATH || '').split(':').filter(Boolean), ...libraryFolders]
  return folders.some((folder) => existsSync(join(folder, name)))
}

function hasUserName() {
  try {
    return Boolean(userInfo().username)
  } catch {
    return false
  }
}

function freeBytes(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return folder === dirname(folder) ? Infinity : freeBytes(dirname(folder))
  }
}
