import { staffWords } from "./staffWords";

/** The tablet cannot be a kiosk as it is. In both languages, since whoever reads it may speak either. */
export function Refusal({ because }: { because: "insecure" | "storage" }) {
  return (
    <main class="page staff" data-testid={`refused-${because}`}>
      {["en", "es"].map((language, at) => {
        const words = staffWords(language);
        const Title = at === 0 ? "h1" : "h2";
        return (
          <section key={language} lang={language}>
            <Title>{words[`${because}Title`]}</Title>
            <p>{words[`${because}Text`]}</p>
          </section>
        );
      })}
    </main>
  );
}
