/** Colours for a terminal; plain text for files, pipes and those who asked for none. */
export interface Paint {
  readonly red: (text: string) => string
  readonly amber: (text: string) => string
  readonly blue: (text: string) => string
  readonly quiet: (text: string) => string
  readonly strong: (text: string) => string
}

export function paint(isColoured: boolean): Paint {
  const dyed = (code: string) => (text: string) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text)
  return { red: dyed('31'), amber: dyed('33'), blue: dyed('34'), quiet: dyed('2'), strong: dyed('1') }
}
