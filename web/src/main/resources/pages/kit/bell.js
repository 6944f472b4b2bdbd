// Tones made by oscillators. Browsers keep them silent until a tap; `running` says whether they can be heard.

const TONES = {
  order: [[880, 0, 0.18], [1174.7, 0.2, 0.34]],
  cancelled: [[659.3, 0, 0.2], [493.9, 0.22, 0.2], [370, 0.44, 0.4]],
  offline: [[196, 0, 0.5], [155.6, 0.55, 0.6]],
  ready: [[784, 0, 0.16], [987.8, 0.18, 0.16], [1318.5, 0.36, 0.4]],
  ok: [[1046.5, 0, 0.12]],
};
const COLOURS = { 1: 'triangle', 2: 'sine', 3: 'square' };
const LOUDNESS = [0, 0.12, 0.35, 0.9];

let context = null;
const listeners = new Set();
const tell = () => listeners.forEach(listener => listener());

/** The bell of this page. */
export const bell = {
  /** Loudness, 0 to 3. */
  volume: 2,
  /** Timbre, 1 to 3. */
  tone: 1,
  get running() {
    return context?.state === 'running' && this.volume > 0;
  },
  get suspended() {
    return context?.state !== 'running';
  },
  on(listener) {
    listeners.add(listener);
  },
  /** Tries to be heard: sure to work within a tap, otherwise as the browser allows. */
  async unlock() {
    if (!context) {
      context = new AudioContext();
      context.onstatechange = tell;
    }
    if (context.state === 'suspended') await Promise.race([context.resume(), new Promise(resolve => setTimeout(resolve, 300))]);
    tell();
    return this.running;
  },
  /** Plays one of the tones; `louder` for what has waited long. */
  play(name, { louder = false } = {}) {
    if (!this.running) return;
    const peak = Math.min(1, LOUDNESS[this.volume] * (louder ? 2.2 : 1));
    for (const [pitch, at, length] of TONES[name]) sound(pitch, context.currentTime + at, length, peak, COLOURS[this.tone]);
  },
};

function sound(pitch, at, length, peak, colour) {
  const [oscillator, gain] = [context.createOscillator(), context.createGain()];
  oscillator.type = colour;
  oscillator.frequency.value = pitch;
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(colour === 'square' ? peak / 3 : peak, at + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + length);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + length + 0.05);
}
