// Round a form whose letter is shown beside it: while one types, the part marked data-preview is drawn anew by the server.
// Without this script a button of the form draws the whole page with the letter as typed.

const pause = 500

class LetterPreview extends HTMLElement {
  #wait: ReturnType<typeof setTimeout> | undefined
  #asked = 0

  connectedCallback(): void {
    const form = this.querySelector('form')
    const part = this.querySelector<HTMLElement>('[data-preview]')
    const src = this.getAttribute('src')
    if (!form || !part || src === null) return
    const later = (): void => {
      clearTimeout(this.#wait)
      this.#wait = setTimeout(() => void this.#draw(form, part, src), pause)
    }
    form.addEventListener('input', later)
    form.addEventListener('change', later)
  }

  async #draw(form: HTMLFormElement, part: HTMLElement, src: string): Promise<void> {
    this.#asked += 1
    const mine = this.#asked
    const typed = new URLSearchParams()
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string') typed.append(name, value)
    })
    try {
      const answer = await fetch(src, { method: 'POST', body: typed, headers: { accept: 'text/html' } })
      // A slower answer to an older question is not shown over a newer one; a refusal leaves what stands.
      if (!answer.ok || mine !== this.#asked) return
      part.innerHTML = await answer.text()
    } catch {
      // Off line for a moment: what was drawn stays, and the form itself still works.
    }
  }
}

customElements.define('letter-preview', LetterPreview)
