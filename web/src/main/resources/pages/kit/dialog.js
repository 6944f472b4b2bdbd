// Dialogs: the browser's own element, drawn with the page, the focus back at its opener afterwards.
import { alsoDraw, html, nothing, redraw, render } from './frame.js';
import { t } from './words.js';

/** Opens a dialog; `view(close)` is its content, and the promise is what `close` was given, or undefined when dismissed. */
export function show(view, { label, kind = '', dismiss = true } = {}) {
  return new Promise(resolve => {
    const opener = document.activeElement;
    const dialog = document.createElement('dialog');
    dialog.className = `dialog ${kind}`;
    dialog.setAttribute('aria-label', label);
    const ended = result => {
      stop();
      dialog.remove();
      if (opener?.isConnected) opener.focus();
      redraw();
      resolve(result);
    };
    const close = result => {
      if (!dialog.isConnected) return;
      dialog.onclose = null;
      dialog.close();
      ended(result);
    };
    const stop = alsoDraw(() => render(view(close), dialog));
    dialog.addEventListener('cancel', event => {
      if (!dismiss) event.preventDefault();
    });
    dialog.addEventListener('click', event => {
      if (dismiss && event.target === dialog) close();
    });
    dialog.onclose = () => ended(undefined);
    document.body.append(dialog);
    render(view(close), dialog);
    dialog.showModal();
    dialog.querySelector('[data-first]')?.focus();
  });
}

/** Frame of a dialog's content: title, body, and buttons below. */
export const sheet = ({ title, close, body, buttons }) => html`<div class="sheet">
  <header class="spread"><h2>${title}</h2>${close ? html`<button class="btn btn-quiet btn-icon" aria-label=${t('kit.close')} @click=${() => close()}>✕</button>` : nothing}</header>
  <div class="sheet-body stack">${body}</div>
  ${buttons ? html`<footer class="row sheet-buttons">${buttons}</footer>` : nothing}
</div>`;

/** A question with two answers; the promise is true for the first. */
export const ask = async ({ title, text, yes = t('kit.ok'), no = t('kit.cancel'), danger = false }) => true === await show(close => sheet({
  title,
  body: html`<p>${text}</p>`,
  buttons: html`
    ${no ? html`<button class="btn grow" @click=${() => close(false)}>${no}</button>` : nothing}
    <button class="btn grow ${danger ? 'btn-danger' : 'btn-primary'}" data-first @click=${() => close(true)}>${yes}</button>`,
}), { label: title });
