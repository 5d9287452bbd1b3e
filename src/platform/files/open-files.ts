import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { FileStore } from '../context.ts'
import { folderStore } from './folder-store.ts'
import { readS3Url, s3Store } from './s3-store.ts'

/** The file store of the installation: the S3-compatible one that GONGKAI_FILES names, else the data folder's. */
export async function openFiles(config: Pick<Config, 'filesUrl' | 'dataFolder'>): Promise<FileStore> {
  return config.filesUrl === null
    ? folderStore(join(config.dataFolder, 'files'))
    : s3Store(readS3Url(config.filesUrl))
}
