import type { Loudspeaker, Utterance } from "./player";

/** One element for everything: browsers let sound begin in the element that a touch has started before. */
export function loudspeaker(audio: HTMLAudioElement): Loudspeaker {
  return {
    play(url, volume): Utterance {
      let settle: (heard: boolean) => void = () => {};
      const done = new Promise<boolean>((resolve) => {
        settle = resolve;
      });
      audio.onended = () => settle(true);
      audio.onerror = () => settle(false);
      audio.volume = volume;
      audio.src = url;
      audio.play().catch(() => settle(false));
      return {
        done,
        stop() {
          audio.onended = null;
          audio.onerror = null;
          audio.pause();
          audio.removeAttribute("src");
          audio.load();
          settle(false);
        },
      };
    },
  };
}
