import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { sm3 } from '../cipher/digest.ts'
import { BadConfig } from '../config.ts'
import type { FileStore } from '../context.ts'
import { NotFound, Unavailable } from '../refusals.ts'
import { digestPath, fileDamaged } from './digest-path.ts'
import { fileRefusals } from './refusals.ts'

/** Where an S3-compatible store is, and who we are there. */
export interface S3Place {
  /** Bucket's address without a slash at the end, e.g. https://host:9000/bucket. */
  readonly bucketUrl: string
  readonly accessKey: string
  readonly secretKey: string
  readonly region: string
}

/**
 * Reads s3://key:secret@host:port/bucket?region=…; `&tls=off` for plain HTTP inside a protected network.
 * @throws BadConfig saying how it is written; the secret is not repeated
 */
export function readS3Url(text: string): S3Place {
  const how = 'GONGKAI_FILES 要写成 s3://访问号:密钥@主机:端口/桶名?region=区域，或者留空使用数据文件夹。'
  if (!URL.canParse(text)) throw new BadConfig(how)
  const url = new URL(text)
  const bucket = url.pathname.replaceAll('/', '')
  const isWhole = url.protocol === 's3:' && url.username && url.password && url.host && bucket
  if (!isWhole || url.pathname.replace(/^\/|\/$/g, '').includes('/')) throw new BadConfig(how)
  const scheme = url.searchParams.get('tls') === 'off' ? 'http' : 'https'
  return {
    bucketUrl: `${scheme}://${url.host}/${bucket}`,
    accessKey: decodeURIComponent(url.username),
    secretKey: decodeURIComponent(url.password),
    region: url.searchParams.get('region') ?? 'us-east-1',
  }
}

/** How long one exchange with the store may take. */
const patienceMs = 60_000

/** Files in an S3-compatible store (MinIO, Ceph, OSS, COS …), named as in the folder store. */
export function s3Store(place: S3Place): FileStore {
  const client = new AwsClient({
    accessKeyId: place.accessKey,
    secretAccessKey: place.secretKey,
    region: place.region,
    service: 's3',
    retries: 3,
  })
  /** Asks the store; `accepted` are the answers that the caller can use. */
  const ask = async (
    method: 'GET' | 'HEAD' | 'PUT' | 'DELETE',
    digest: string,
    accepted: readonly number[],
    body?: Uint8Array,
  ): Promise<Response> => {
    const address = `${place.bucketUrl}/${digestPath(digest)}`
    let answer: Response
    try {
      answer = await client.fetch(address, {
        method,
        signal: AbortSignal.timeout(patienceMs),
        ...(body ? { body: body as BodyInit, headers: headersOf(body) } : {}),
      })
    } catch {
      throw storeUnavailable()
    }
    if (accepted.includes(answer.status)) return answer
    await answer.body?.cancel()
    throw storeUnavailable(answer.status)
  }
  const has = async (digest: string) => (await ask('HEAD', digest, [200, 404])).status === 200
  return {
    has,
    async put(bytes) {
      const digest = sm3(bytes)
      if (!(await has(digest))) await (await ask('PUT', digest, [200, 201, 204], bytes)).body?.cancel()
      return digest
    },
    async get(digest) {
      const answer = await ask('GET', digest, [200, 404])
      if (answer.status === 404) {
        await answer.body?.cancel()
        throw new NotFound()
      }
      const bytes = new Uint8Array(await answer.arrayBuffer())
      if (sm3(bytes) !== digest) throw fileDamaged()
      return bytes
    },
    async remove(digest) {
      await (await ask('DELETE', digest, [200, 204, 404])).body?.cancel()
    },
  }
}

/** The status goes to the log with the stack; 403 is a wrong key, 301 a wrong region. */
function storeUnavailable(status?: number): Unavailable {
  const refusal = new Unavailable([fileRefusals.unavailable])
  if (status !== undefined) refusal.cause = `the store answered ${status}`
  return refusal
}

/** The digest of the bytes is signed along, so that what arrives is what was sent, also without TLS. */
function headersOf(body: Uint8Array): Record<string, string> {
  return {
    'content-type': 'application/octet-stream',
    'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
  }
}
