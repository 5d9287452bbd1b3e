import { connect, type Socket } from 'node:net'
import { Unavailable } from '../refusals.ts'
import { fileRefusals } from './refusals.ts'

/** Looks for known harmful code in what people upload. */
export interface VirusScan {
  /**
   * @returns the name of what was found, or null when nothing was
   * @throws Unavailable when the scanner does not answer: a file that was not looked at is not taken
   */
  find(bytes: Uint8Array): Promise<string | null>
}

/** Longest wait for a scanner, in milliseconds. */
const patience = 30_000
const chunkBytes = 64 * 1024

/**
 * ClamAV's daemon over its socket (INSTREAM): bytes go there in lengths and chunks, one sentence comes back. Nothing of ours is linked
 * to it; the agency installs it.
 * @param address `unix:/run/clamav/clamd.ctl`, or `tcp://host:port`
 */
export function clamd(address: string): VirusScan {
  return {
    find: (bytes) =>
      new Promise((resolve, reject) => {
        const socket = opened(address)
        let answer = ''
        const fail = () => {
          socket.destroy()
          reject(new Unavailable([fileRefusals.scanUnavailable]))
        }
        socket.setTimeout(patience, fail)
        socket.on('error', fail)
        socket.on('data', (chunk: Buffer) => {
          answer += chunk.toString('utf8')
        })
        socket.on('end', () => {
          socket.destroy()
          const said = /^stream: (?:(OK)|(.+) FOUND)\0?\s*$/.exec(answer)
          if (said?.[1] !== undefined) resolve(null)
          else if (said?.[2] !== undefined) resolve(said[2])
          else fail()
        })
        socket.on('connect', () => {
          socket.write('zINSTREAM\0')
          for (let at = 0; at < bytes.length; at += chunkBytes) {
            const chunk = bytes.subarray(at, at + chunkBytes)
            const length = Buffer.alloc(4)
            length.writeUInt32BE(chunk.length)
            socket.write(length)
            socket.write(chunk)
          }
          socket.write(Buffer.alloc(4))
        })
      }),
  }
}

function opened(address: string): Socket {
  if (address.startsWith('unix:')) return connect({ path: address.slice('unix:'.length) })
  const { hostname, port } = new URL(address)
  return connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) })
}

/** Whether an address names a scanner this can talk to. */
export function isScanAddress(address: string): boolean {
  return /^unix:\/.+$/.test(address) || /^tcp:\/\/[^/\s:]+(?::\d{1,5})$/.test(address)
}
