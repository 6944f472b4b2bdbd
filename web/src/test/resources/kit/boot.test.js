import { run, test, until } from './harness.js';

const PATIENCE = 15_000;

test('a_page_whose_scripts_are_of_another_edition_is_asked_for_anew', async () => {
  const page = await (await fetch('/operator/')).text();
  const { edition } = JSON.parse(page.match(/id="facts"[^>]*>([^<]+)</)[1]);
  const frame = document.createElement('iframe'), loads = [];
  frame.addEventListener('load', () => loads.push(frame.contentDocument.documentElement));
  frame.srcdoc = page.replaceAll(edition, '0123456789');
  document.body.append(frame);
  await until(() => loads[0]?.dataset.boot === 'failed', 'a failure', PATIENCE);
  await until(() => loads.length > 1, 'another load', PATIENCE);
  frame.remove();
});

run();
