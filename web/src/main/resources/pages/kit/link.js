// The socket as seen by a page: opened with a ticket, watched, resumed where it broke; commands are repeated until answered.
import { Problem } from './api.js';

const WORD = 'siren.v1';
const TIMING = { welcome: 10_000, repeat: 3_000, giveUp: 60_000, tick: 1_000, settled: 30_000, jump: 5_000 };

/** Answers to each close code: `stop` says why, else come back after at least `min`, or within `window`, milliseconds. */
const CLOSES = {
  1000: { stop: 'bye' }, 1002: { stop: 'bug' }, 1003: { stop: 'bug' }, 1007: { stop: 'bug' }, 1008: { stop: 'bug' }, 1009: { stop: 'bug' },
  4000: { window: [0, 8_000] }, 4001: { window: [0, 30_000] }, 4003: { min: 2_000 }, 4004: {}, 4005: { renew: true },
  4006: { min: 5_000 }, 4007: { min: 30_000 }, 4008: { min: 2_000 },
  4500: { stop: 'sign-in' }, 4501: { stop: 'superseded' }, 4502: { stop: 'forbidden' }, 4503: { stop: 'too-many' },
  4504: { stop: 'bug' }, 4505: { stop: 'update' }, 4506: { stop: 'sign-in' },
};
const closeRule = code => CLOSES[code] ?? (code >= 4500 ? { stop: 'refused' } : {});

/** Random name of this browser profile: a second tab takes over from the first. */
export function deviceId() {
  let id = localStorage.getItem('siren.device');
  if (!id) localStorage.setItem('siren.device', id = crypto.randomUUID());
  return id;
}

/** Commands to the server, each under one id for ever: `sending`, then `done`, `refused` with an error, or `unsent`. */
class Command {
  constructor(link, t, d) {
    Object.assign(this, { id: crypto.randomUUID(), t, d, state: 'sending', error: null, reply: null, since: Date.now(), sentAt: 0 });
    this.answered = new Promise(resolve => this.settle = resolve);
    this.again = () => link.repeat(this);
  }

  get open() {
    return this.state === 'sending' || this.state === 'unsent';
  }
}

/** Phases: `connecting`, `live`, `waiting` for the next try, `stopped` with `why`. `lostAt` is when the line broke, or null. */
export class Link {
  #listeners = new Set();
  #commands = new Map();
  #socket = null;
  #attempt = 0;
  #round = 0;
  #timer = null;
  #ticker = null;
  #heardAt = 0;
  #liveAt = 0;
  #lastTick = 0;
  #offset = 0;
  #unacked = null;
  #drain = null;
  #heartbeat = { interval: 25_000, grace: 10_000 };
  #retry = { min: 500, max: 20_000 };

  constructor({ path, api, device = deviceId(), open = url => new WebSocket(url, WORD), timing = {} }) {
    Object.assign(this, { path, api, device, open, timing: { ...TIMING, ...timing } });
    this.phase = 'stopped';
    this.why = 'not-started';
    this.lostAt = null;
    this.epoch = null;
    this.pos = null;
  }

  /** Hears `{type, …}`: state, welcome {resumed}, push {frame}, reset {reason}, command {command}. */
  on(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Server's time in milliseconds. */
  now() {
    return Date.now() + this.#offset;
  }

  start() {
    if (this.phase !== 'stopped') return;
    this.#ticker ??= setInterval(() => this.#tick(), this.timing.tick);
    this.#lastTick = Date.now();
    addEventListener('online', this.#wake);
    addEventListener('pageshow', this.#wake);
    addEventListener('offline', this.#cut);
    document.addEventListener('visibilitychange', this.#wake);
    this.#attempt = 0;
    this.#connect();
  }

  /** Leaves for good: says so, and is not counted as present any more. */
  stop(why = 'left') {
    this.#send({ t: 'session.bye' });
    this.#end(why);
  }

  /** Forgets where it was and what it said, for another recipient; only while stopped. */
  forget() {
    Object.assign(this, { epoch: null, pos: null, lostAt: null });
    this.#commands.clear();
    this.#unacked = null;
  }

  /** Tries at once instead of waiting. */
  retryNow() {
    if (this.phase === 'waiting') this.#connect();
  }

  /** Acknowledges everything up to a position; kept until the line is back if it is broken. */
  ack(pos) {
    this.#unacked = pos;
    this.#sendAck();
  }

  /** Says something once; the answer comes as an event, and as `command.answered`. */
  command(t, d) {
    const command = new Command(this, t, d);
    this.#commands.set(command.id, command);
    this.#say(command);
    return command;
  }

  /** The same again, with the same id. */
  repeat(command) {
    Object.assign(command, { state: 'sending', error: null, since: Date.now() });
    this.#commands.set(command.id, command);
    this.#say(command);
    this.#tell({ type: 'command', command });
  }

  #wake = () => {
    if (document.visibilityState === 'hidden') return;
    if (this.#isDead()) this.#lose(1006);
    this.retryNow();
  };

  #cut = () => {
    if (this.phase === 'live' || this.phase === 'connecting') this.#lose(1006);
  };

  #isDead() {
    return this.phase === 'live' && Date.now() - this.#heardAt > this.#heartbeat.interval + this.#heartbeat.grace;
  }

  #tick() {
    const now = Date.now(), jumped = now - this.#lastTick > this.timing.jump + this.timing.tick;
    this.#lastTick = now;
    if (jumped || this.#isDead()) this.#wakeUp(jumped);
    if (this.phase === 'live' && now - this.#liveAt > this.timing.settled) this.#attempt = 0;
    for (const command of this.#commands.values()) this.#watch(command, now);
  }

  #wakeUp(jumped) {
    if (this.#isDead()) this.#lose(1006);
    if (jumped) this.retryNow();
  }

  #watch(command, now) {
    if (command.state !== 'sending') return;
    if (now - command.since > this.timing.giveUp) {
      command.state = 'unsent';
      this.#tell({ type: 'command', command });
    } else if (now - command.sentAt >= this.timing.repeat) {
      this.#say(command);
    }
  }

  #say(command) {
    if (this.phase === 'live' && this.#send({ t: command.t, id: command.id, d: command.d })) command.sentAt = Date.now();
  }

  #send(frame) {
    if (this.#socket?.readyState !== 1) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  #sendAck() {
    if (this.#unacked && this.phase === 'live' && this.#send({ t: 'ack', pos: this.#unacked })) this.#unacked = null;
  }

  async #connect() {
    const round = this.#drop();
    this.#become('connecting');
    let ticket;
    try {
      ticket = (await this.api.post('/ws-tickets')).ticket;
    } catch (failure) {
      if (round === this.#round) this.#ticketRefused(failure);
      return;
    }
    if (round !== this.#round) return;
    const asked = new URLSearchParams({ ticket, device: this.device, hb: '1' });
    if (this.epoch && this.pos) {
      asked.set('epoch', this.epoch);
      asked.set('pos', this.pos);
    }
    this.#timer = setTimeout(() => this.#lose(1006), this.timing.welcome);
    this.#listenTo(this.open(`${location.origin.replace(/^http/, 'ws')}${this.path}?${asked}`), round);
  }

  #ticketRefused(failure) {
    if (failure instanceof Problem && failure.status === 401) this.#end('sign-in');
    else if (failure instanceof Problem && failure.status === 403) this.#end('forbidden');
    else this.#wait({ min: (failure.retryAfter ?? 0) * 1000 });
  }

  #listenTo(socket, round) {
    this.#socket = socket;
    socket.onmessage = message => round === this.#round && this.#hear(message.data);
    socket.onclose = close => round === this.#round && this.#lose(close.code);
  }

  /** Releases the current socket; later events of it or of its ticket are ignored. */
  #drop() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onmessage = socket.onclose = null;
      socket.close();
    }
    return ++this.#round;
  }

  #hear(text) {
    this.#heardAt = Date.now();
    const frame = JSON.parse(text);
    switch (frame.t) {
      case 'session.welcome': return this.#welcomed(frame.d);
      case 'session.reset': return this.#tell({ type: 'reset', reason: frame.d.reason });
      case 'session.expiring': return this.#renew();
      case 'session.draining': this.#drain = frame.d.reconnectIn; return;
      case 'hb': this.#send({ t: 'hb' }); return;
      case 'reply': return this.#replied(frame);
      case 'error': return frame.re ? this.#replied({ ...frame, ok: false }) : console.warn('socket', frame.error);
      default: return this.#pushed(frame);
    }
  }

  #welcomed(d) {
    clearTimeout(this.#timer);
    this.#offset = Date.parse(d.serverTime) - Date.now();
    this.#heartbeat = d.heartbeat;
    this.#retry = d.retry;
    this.#liveAt = Date.now();
    this.#drain = null;
    const lostFor = this.lostAt === null ? 0 : Date.now() - this.lostAt;
    this.lostAt = null;
    if (!d.resumed) this.pos = d.pos;
    this.epoch = d.epoch;
    this.#become('live');
    this.#tell({ type: 'welcome', resumed: d.resumed, lostFor });
    this.#sendAck();
    for (const command of this.#commands.values()) if (command.state === 'sending') this.#say(command);
  }

  #pushed(frame) {
    if (!frame.pos) return console.warn('socket: unknown frame', frame.t);
    this.#tell({ type: 'push', frame });
    this.pos = frame.pos;
  }

  #replied({ re, ok, d, error }) {
    const command = this.#commands.get(re);
    if (!command || (!ok && error.retryable)) return;
    this.#commands.delete(re);
    Object.assign(command, ok ? { state: 'done', reply: d } : { state: 'refused', error });
    command.settle(command);
    this.#tell({ type: 'command', command });
  }

  async #renew() {
    try {
      if (await this.api.session.renew()) this.command('session.refresh', { token: this.api.session.bearer() });
    } catch (failure) {
      console.warn('the token could not be renewed yet', failure);
    }
  }

  /** The line is gone: come back as the code asks, or not at all. */
  async #lose(code) {
    const rule = closeRule(code), round = this.#drop();
    this.code = code;
    if (rule.stop) return this.#end(rule.stop);
    this.lostAt ??= Date.now();
    if (!rule.renew) return this.#wait(code === 4000 && this.#drain ? { window: this.#drain } : rule);
    this.#become('waiting');
    const renewed = await this.api.session.renew().catch(() => null);
    if (round !== this.#round) return;
    if (renewed === false) this.#end('sign-in');
    else if (renewed) this.#connect();
    else this.#wait({});
  }

  #wait({ min = 0, window }) {
    clearTimeout(this.#timer);
    this.lostAt ??= Date.now();
    const most = Math.min(this.#retry.max, this.#retry.min * 2 ** this.#attempt++);
    const delay = window ? window[0] + Math.random() * (window[1] - window[0]) : min + Math.random() * most;
    this.retryAt = Date.now() + delay;
    this.#become('waiting');
    this.#timer = setTimeout(() => this.#connect(), delay);
  }

  #end(why) {
    this.#drop();
    clearInterval(this.#ticker);
    this.#ticker = null;
    removeEventListener('online', this.#wake);
    removeEventListener('pageshow', this.#wake);
    removeEventListener('offline', this.#cut);
    document.removeEventListener('visibilitychange', this.#wake);
    this.lostAt ??= Date.now();
    this.why = why;
    this.#become('stopped');
  }

  #become(phase) {
    this.phase = phase;
    if (phase !== 'stopped') this.why = null;
    this.#tell({ type: 'state', phase });
  }

  #tell(event) {
    this.#listeners.forEach(listener => listener(event));
  }
}
