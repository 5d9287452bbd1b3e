// Watches a text field and shows what is public already for the words in it. Asks only when the typing rests, and says nothing
// while nothing changes, so that a listener is not interrupted at every stroke.

const restMs = 700
const shortest = 4
const longest = 300

class FoundAlready extends HTMLElement {
  #stop = new AbortController()

  connectedCallback(): void {
    const field = document.getElementById(this.getAttribute('of') ?? '')
    const src = this.getAttribute('src')
    const part = this.firstElementChild
    if (!(field instanceof HTMLTextAreaElement) || src === null || !part) return
    this.#stop = new AbortController()
    let waiting: ReturnType<typeof setTimeout> | undefined
    let asked = field.value.trim()
    let asking = new AbortController()
    const ask = async (text: string) => {
      asking.abort()
      asking = new AbortController()
      try {
        const address = new URL(src, location.href)
        address.searchParams.set('q', text.slice(-longest))
        const answer = await fetch(address, { headers: { accept: 'text/html' }, signal: asking.signal })
        if (!answer.ok) return
        const markup = await answer.text()
        if (markup !== part.innerHTML) part.innerHTML = markup
      } catch {
        // Help that does not come is no fault to tell: the form works without it.
      }
    }
    field.addEventListener(
      'input',
      () => {
        clearTimeout(waiting)
        waiting = setTimeout(() => {
          const text = field.value.trim()
          if (text.length < shortest || text === asked) return
          asked = text
          void ask(text)
        }, restMs)
      },
      { signal: this.#stop.signal },
    )
  }

  disconnectedCallback(): void {
    this.#stop.abort()
  }
}

customElements.define('found-already', FoundAlready)
