// One item at a store: options with their price, the quantity, and into the basket.
import { go, html, nothing, redraw, toast } from '../kit/frame.js';
import { shown } from '../kit/load.js';
import { won } from '../kit/won.js';
import { t } from '../kit/words.js';
import { addLine, basket } from './basket.js';
import { icon } from './icons.js';
import { itemOf, nameOf, storeOf } from './menu.js';
import { defaults, namesOf, optionFields, priceOf } from './options.js';
import { picture } from './picture.js';
import { stepper } from './stepper.js';

let chosen = { of: null, options: {}, quantity: 1 };

const NUTRITION = ['millilitres', 'kilocalories', 'sugarGrams', 'proteinGrams', 'saturatedFatGrams', 'sodiumMilligrams', 'caffeineMilligrams'];

const details = item => html`
  ${item.allergens?.length ? html`<details><summary>${t('shop.allergens')}</summary><p>${item.allergens.join(', ')}</p></details>` : nothing}
  ${Object.keys(item.nutrition ?? {}).length ? html`<details><summary>${t('shop.nutrition')}</summary><div class="scroll"><table>
    <tr><th></th>${Object.keys(item.nutrition).map(size => html`<th class="end">${size}</th>`)}</tr>
    ${NUTRITION.map(name => html`<tr><th>${t(`shop.nutrition.${name}`)}</th>${Object.values(item.nutrition).map(one => html`<td class="end num">${one[name]}</td>`)}</tr>`)}
  </table></div></details>` : nothing}`;

async function put(store, item) {
  const { storeId, name: storeName, address } = store;
  const added = await addLine({ storeId, storeName, address }, {
    menuItemId: item.menuItemId, name: item.name, englishName: item.englishName, options: { ...chosen.options },
    choices: namesOf(item, chosen.options), quantity: chosen.quantity, priceKrw: priceOf(item, chosen.options),
  });
  if (!added) return;
  toast(t('shop.added', { name: nameOf(item) }), { kind: 'ok', ms: 3000 });
  chosen = { of: null, options: {}, quantity: 1 };
  go(`stores/${storeId}`);
}

function pick(key, value) {
  chosen.options = { ...chosen.options, [key]: value };
  redraw();
}

function form(store, item) {
  const { storeId } = store;
  if (chosen.of !== `${storeId}/${item.menuItemId}`) chosen = { of: `${storeId}/${item.menuItemId}`, options: defaults(item, basket.pickup), quantity: 1 };
  const total = priceOf(item, chosen.options) * chosen.quantity;
  return html`
    <section class="stack">
      ${picture(item.thumbnailUrl, item.name, 'wide')}
      <h1>${nameOf(item)}</h1>${item.description ? html`<p class="soft">${item.description}</p>` : nothing}
      ${optionFields(item, chosen.options, pick)}
      ${details(item)}
    </section>
    <div class="action-bar">
      ${stepper(chosen.quantity, quantity => { chosen.quantity = quantity; redraw(); })}
      <button class="btn btn-primary btn-big grow" data-test="add" ?disabled=${item.available === false} @click=${() => put(store, item)}>
        ${item.available === false ? t('shop.soldOut') : html`${t('shop.add')} · <span class="num">${won(total)}</span>`}</button>
    </div>
    <p class="center"><a class="btn btn-quiet" href="#send/${item.menuItemId}">${icon('gifts')} ${t('shop.sendAsGift')}</a></p>`;
}

export function itemScreen(storeId, itemId) {
  const [store, item] = [storeOf(storeId), itemOf(storeId, itemId)];
  return html`<a class="back" href="#stores/${storeId}">‹ ${store.value?.name ?? t('kit.back')}</a>
    ${shown(`store:${storeId}`, store, place => shown(`item:${storeId}:${itemId}`, item, one => form(place, one)))}`;
}
