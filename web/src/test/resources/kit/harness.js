// Tests in a browser: each runs after the one before, and its failure is a sentence.
const tests = [];

/** Declares a test; its name is a claim. */
export const test = (name, body) => tests.push({ name, body });

export function equal(found, expected, what = '') {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what} expected ${other}, found ${one}`);
}

/** Polls until the condition holds; `ms` at most. */
export async function until(condition, what, ms = 15_000) {
  const end = performance.now() + ms;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`never: ${what ?? condition}`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

/** Lets everything run that is due. */
export const settled = () => new Promise(resolve => setTimeout(resolve, 0));

export async function run() {
  const results = [];
  for (const { name, body } of tests) {
    const failure = await Promise.resolve().then(body).then(() => null, error => `${error.stack ?? error}`);
    results.push({ name, failure });
  }
  window.results = JSON.stringify(results);
}
