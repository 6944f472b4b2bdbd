import { equal, run, test } from './harness.js';

const whole = new CSSStyleSheet();
whole.replaceSync(await (await fetch('/test/kit/kit.css')).text());
const [plain, asked] = [new CSSStyleSheet(), new CSSStyleSheet()];
plain.replaceSync([...whole.cssRules].filter(rule => !(rule instanceof CSSMediaRule)).map(rule => rule.cssText).join('\n'));
plain.insertRule('.pulsing { animation: pulse 2s infinite; transition: color 2s; }', plain.cssRules.length);

/** Styles of an element where a person has asked for this, which a test cannot ask the browser for. */
function styleWith(condition, element) {
  asked.replaceSync([...whole.cssRules].filter(rule => rule.conditionText === condition).flatMap(rule => [...rule.cssRules]).map(rule => rule.cssText).join('\n'));
  document.adoptedStyleSheets = [plain, asked];
  document.body.innerHTML = element;
  return getComputedStyle(document.body.firstChild);
}

test('nothing_moves_for_those_who_asked_for_less_motion', () => {
  const of = condition => (({ animationDuration, animationIterationCount, transitionDuration }) => [parseFloat(animationDuration) < 0.001, animationIterationCount, transitionDuration])(styleWith(condition, '<p class="pulsing"></p>'));
  equal(of('(prefers-reduced-motion: reduce)'), [true, '1', '0s']);
  equal(of('none'), [false, 'infinite', '2s']);
});

test('what_is_told_apart_by_colour_has_an_edge_in_forced_colours', () => {
  const edge = element => (({ borderTopWidth, borderTopStyle }) => [borderTopWidth, borderTopStyle])(styleWith('(forced-colors: active)', element));
  ['pill', 'note', 'card', 'toast', 'choice', 'btn'].forEach(name => equal(edge(`<p class="${name}"></p>`), ['1px', 'solid'], name));
  const outline = element => (({ outlineWidth, outlineStyle }) => [outlineWidth, outlineStyle])(styleWith('(forced-colors: active)', element));
  equal([outline('<button class="btn" aria-pressed="true"></button>'), outline('<label class="choice"><input type="checkbox" checked></label>')], [['2px', 'solid'], ['2px', 'solid']]);
});

run();
