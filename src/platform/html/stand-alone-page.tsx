import { sheetText } from './assets.ts'
import { trusted, type Children } from './trusted.ts'

interface StandAloneProps {
  readonly title: string
  readonly children: Children
}

/**
 * A page that is one file: its sheet inside, no script, nothing fetched. For what is kept on a disk, sent by mail or printed.
 * Whatever text it shows, the browser may load nothing.
 */
export function StandAlonePage({ title, children }: StandAloneProps) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        />
        <title>{title}</title>
        {trusted(`<style>${sheetText()}</style>`)}
      </head>
      <body>
        <main id="main" class="wrap">
          {children}
        </main>
      </body>
    </html>
  )
}
