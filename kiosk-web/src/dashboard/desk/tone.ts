const remembered = "homeward-desk-sound";

/** Two short notes. Browsers play nothing before the first touch on a page, so the first comes when sound is turned on. */
export class Tone {
  #context: AudioContext | null = null;

  /** Whether this browser was told to make a sound. */
  get wanted(): boolean {
    return localStorage.getItem(remembered) === "on";
  }

  turn(on: boolean): boolean {
    localStorage.setItem(remembered, on ? "on" : "off");
    this.play();
    return on;
  }

  play(): void {
    if (!this.wanted) return;
    this.#context ??= new AudioContext();
    void this.#context.resume();
    this.#note(this.#context, 660, 0);
    this.#note(this.#context, 880, 0.18);
  }

  #note(context: AudioContext, hertz: number, after: number): void {
    const note = context.createOscillator();
    const loudness = context.createGain();
    const start = context.currentTime + after;
    note.frequency.value = hertz;
    // Without a fade each end would click.
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(0.25, start + 0.02);
    loudness.gain.linearRampToValueAtTime(0, start + 0.16);
    note.connect(loudness).connect(context.destination);
    note.start(start);
    note.stop(start + 0.18);
  }
}
