// A part of the page that asks the server how things stand and shows the answer, until it is led on to another page.
// It waits longer when nothing changes or the server does not answer, and rests while the page is out of sight.

const slowest = 15_000

class LiveRegion extends HTMLElement {
  #stop = new AbortController()

  connectedCallback(): void {
    const every = Math.max(1, Number(this.getAttribute('every') ?? '2')) * 1000
    this.#stop = new AbortController()
    void this.#watch(every, this.#stop.signal)
  }

  disconnectedCallback(): void {
    this.#stop.abort()
  }

  async #watch(every: number, signal: AbortSignal): Promise<void> {
    const src = this.getAttribute('src')
    const part = this.firstElementChild
    if (src === null || !part) return
    let wait = every
    while (!signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, wait))
      if (document.hidden) continue
      try {
        const answer = await fetch(src, {
          headers: { accept: 'text/html' },
          signal,
          credentials: 'same-origin',
        })
        const goTo = answer.headers.get('x-go-to')
        if (goTo !== null && new URL(goTo, location.href).origin === location.origin) {
          location.assign(goTo)
          return
        }
        if (!answer.ok) throw new Error(String(answer.status))
        const markup = await answer.text()
        if (markup === part.innerHTML) wait = Math.min(slowest, wait * 1.5)
        else {
          part.innerHTML = markup
          wait = every
        }
      } catch {
        wait = Math.min(slowest, wait * 2)
      }
    }
  }
}

customElements.define('live-region', LiveRegion)
