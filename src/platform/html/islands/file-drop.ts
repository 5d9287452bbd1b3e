// Over a plain file input: takes drops, names the files, checks their size, and sends the form with its progress shown.
// Without this script the input and the form work as they are.

const megabyte = 1_000_000

class FileDrop extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type="file"]')
    const zone = this.querySelector<HTMLElement>('.drop')
    const rows = this.querySelector<HTMLElement>('.drop-rows')
    const form = input?.form
    if (!input || !zone || !rows || !form) return
    const largest = Number(this.dataset.largest ?? '0')

    zone.addEventListener('dragover', (event) => {
      event.preventDefault()
      zone.classList.add('is-over')
    })
    zone.addEventListener('dragleave', () => zone.classList.remove('is-over'))
    zone.addEventListener('drop', (event) => {
      event.preventDefault()
      zone.classList.remove('is-over')
      if (!event.dataTransfer || event.dataTransfer.files.length === 0) return
      input.files = event.dataTransfer.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
    input.addEventListener('change', () => {
      rows.replaceChildren(...Array.from(input.files ?? [], (file) => row(file, largest)))
    })
    form.addEventListener('submit', (event) => {
      // Another file input of the same form has sent it, or holds it back.
      if (event.defaultPrevented) return
      const files = Array.from(input.files ?? [])
      if (files.length === 0) return
      if (largest > 0 && files.some((file) => file.size > largest)) {
        event.preventDefault()
        input.focus()
        return
      }
      event.preventDefault()
      send(form, event.submitter, rows)
    })
  }
}

function size(bytes: number): string {
  return bytes < megabyte
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / megabyte).toFixed(1)} MB`
}

function row(file: File, largest: number): HTMLElement {
  const line = document.createElement('div')
  line.className = 'progress-row'
  const name = document.createElement('span')
  name.textContent = file.name
  const says = document.createElement('span')
  says.className = 'num'
  const tooBig = largest > 0 && file.size > largest
  says.textContent = tooBig ? `${size(file.size)}，超过了 ${size(largest)}，请换一份` : size(file.size)
  if (tooBig) says.classList.add('is-bad')
  line.append(name, says)
  return line
}

function send(form: HTMLFormElement, submitter: HTMLElement | null, rows: HTMLElement): void {
  const data = new FormData(form)
  if (submitter instanceof HTMLButtonElement && submitter.name !== '')
    data.append(submitter.name, submitter.value)
  const line = document.createElement('div')
  line.className = 'progress-row'
  const name = document.createElement('span')
  name.textContent = '正在上传'
  const says = document.createElement('span')
  says.className = 'num'
  const bar = document.createElement('progress')
  bar.max = 1
  bar.setAttribute('aria-label', '上传进度')
  line.append(name, says, bar)
  rows.append(line)
  const buttons = form.querySelectorAll<HTMLButtonElement>('button')
  const busy = (now: boolean) => buttons.forEach((button) => (button.disabled = now))
  busy(true)
  const request = new XMLHttpRequest()
  request.upload.addEventListener('progress', (event) => {
    if (!event.lengthComputable) return
    bar.value = event.loaded / event.total
    says.textContent =
      event.loaded === event.total ? '已传完，正在读' : `已传 ${Math.floor(bar.value * 100)}%`
  })
  request.addEventListener('load', () => {
    // A page that the post led to has its own address; an answer to the post itself (something to mend) is shown in place.
    const went =
      request.responseURL !== '' && request.responseURL !== new URL(form.action, location.href).href
    if (request.status < 400 && went) location.assign(request.responseURL)
    else showInPlace(request.responseText)
  })
  request.addEventListener('error', () => {
    busy(false)
    bar.remove()
    name.textContent = '没有传上去'
    says.textContent = '网络断了，可以再传一次'
  })
  request.open('POST', form.action)
  request.setRequestHeader('accept', 'text/html')
  request.send(data)
}

function showInPlace(page: string): void {
  const next = new DOMParser().parseFromString(page, 'text/html')
  document.title = next.title
  const main = next.querySelector('main')
  const ours = document.querySelector('main')
  if (!main || !ours) return
  ours.replaceWith(document.adoptNode(main))
  const begin =
    document.querySelector<HTMLElement>('.error-summary') ?? document.querySelector<HTMLElement>('main')
  begin?.focus()
}

customElements.define('file-drop', FileDrop)
