// Makes the page at /figures quick: what is chosen is shown without a reload. The server writes the page, also the parts
// that are put in here; without this script the form does the same, page by page.

const form = document.querySelector<HTMLFormElement>('#choices')!;
const said = document.querySelector<HTMLElement>('#said')!;
const shortly = 6000;

let running: AbortController | undefined;
let silence: number | undefined;

function say(text: string | undefined): void {
  window.clearTimeout(silence);
  said.textContent = text ?? '';
  silence = window.setTimeout(() => (said.textContent = ''), shortly);
}

/** The address of the page with what is chosen; what is left empty, only where that says something. */
function address(): string {
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && (value !== '' || name === 'focus')) chosen.append(name, value);
  }
  return Object.assign(new URL(form.action), { search: chosen.toString(), hash: '' }).href;
}

const result = () => document.querySelector<HTMLElement>('#result')!;

/** Shows the page of an address in place: its result, and of its form what the server has settled. */
async function show(url: string, whole: boolean): Promise<boolean> {
  running?.abort();
  const mine = (running = new AbortController());
  result().setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(url, { headers: { accept: 'text/html' }, signal: mine.signal });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const made = page.querySelector('#result');
    if (!made) throw new Error(`no page: ${response.status}`);
    const next = document.importNode(made, true) as HTMLElement;
    // The old figure stays until the new one can be seen.
    await next.querySelector('img')?.decode().catch(() => undefined);
    if (mine.signal.aborted) return false;
    result().replaceWith(next);
    document.title = page.title;
    settle(page, whole);
    ready();
    say(said.dataset['redrawn']);
    return true;
  } catch {
    if (mine.signal.aborted) return false;
    result().removeAttribute('aria-busy');
    say(said.dataset['notRedrawn']);
    return false;
  }
}

/** Takes over what the server's form says: all of it, or whom a name was found to be and how many themes are chosen. */
function settle(page: Document, whole: boolean): void {
  const focused = document.activeElement?.id;
  const parts = whole ? ['#choices'] : ['#focus-choice', '#theme-count'];
  for (const part of parts) {
    const [old, next] = [document.querySelector(part), page.querySelector(part)];
    if (old && next) old.replaceChildren(...document.importNode(next, true).childNodes);
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.page-languages a')) {
    const other = page.querySelector(`.page-languages a[lang="${link.lang}"]`);
    link.setAttribute('href', other?.getAttribute('href') ?? link.href);
  }
  if (focused) document.getElementById(focused)?.focus();
}

/** Shows the buttons that need a script. */
function ready(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('#result button[hidden]')) button.hidden = false;
}

async function redraw(): Promise<boolean> {
  const shown = await show(address(), false);
  if (shown) window.history.pushState(null, '', new URL(result().dataset['page']!, document.baseURI));
  return shown;
}

form.addEventListener('change', (event) => {
  // Another language is another page.
  if ((event.target as HTMLElement).id === 'language') form.submit();
  else void redraw();
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  // Below the form on a narrow window.
  void redraw().then((shown) => shown && result().focus());
});

document.addEventListener('click', (event) => {
  const button = (event.target as HTMLElement).closest<HTMLButtonElement>('button[data-copied]');
  if (!button) return;
  const { copyLink, copyText, copied, refused } = button.dataset;
  const text = copyLink ? new URL(copyLink, document.baseURI).href : (copyText ?? '');
  navigator.clipboard.writeText(text).then(() => say(copied), () => say(refused));
});

window.addEventListener('popstate', () => void show(window.location.href, true));

// The address says all that is shown, also where it was left to the server.
window.history.replaceState(null, '', new URL(result().dataset['page']!, document.baseURI));
ready();
