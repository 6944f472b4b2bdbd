// Keeps the screen on while the till is in use, where the browser lets us.

/** Asks for the wake lock now and whenever the page is seen again. */
export async function keepAwake() {
  if (!navigator.wakeLock || document.visibilityState !== 'visible') return;
  try {
    await navigator.wakeLock.request('screen');
  } catch (failure) {
    console.warn('the screen may go dark', failure.message);
  }
}

document.addEventListener('visibilitychange', keepAwake);
