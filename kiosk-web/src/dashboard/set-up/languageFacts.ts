import type { Language, Voices } from "../api";

/** Who has read a language's wording, in a sentence. */
export function reviewed({ review }: Language): string {
  switch (review) {
    case "draft":
      return "A draft: nobody has reviewed this language yet.";
    case "unreviewed":
      return "Written with care; nobody else has reviewed it yet.";
    case "reviewed":
      return "Reviewed.";
  }
}

/** Whether a tablet can read a language aloud, in a sentence. What the tablet itself speaks comes on top. */
export function spoken({ language }: Language, voices: Voices): string {
  const voice = voices[language];
  if (voice && voice.recorded > 0 && voice.synthesised === 0) return "Read aloud by recordings.";
  if (voice && voice.recorded + voice.synthesised > 0) return "Read aloud by a computer’s voice.";
  return "No voice: a tablet reads it aloud only if it brings a voice of its own.";
}
