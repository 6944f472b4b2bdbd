// Keeps the screen on while an order is being made, where the browser can.

let lock = null, wanted = false;

async function take() {
  if (!wanted || lock || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
  lock = await navigator.wakeLock.request('screen').catch(() => null);
  lock?.addEventListener('release', () => lock = null);
}

/** Says whether the screen is to stay on. */
export function stayAwake(yes) {
  wanted = yes;
  if (yes) take();
  else lock?.release();
}

document.addEventListener('visibilitychange', take);
