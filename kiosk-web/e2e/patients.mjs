/**
 * Patients at the kiosk. They touch its buttons, in the page itself, so that five hundred do not take the whole day; what
 * happens between two touches is the kiosk's own.
 */

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** As many different visit codes as one likes, each with its check character (Luhn mod 32). */
export function visitCode(number) {
  let left = 20_000_000_000 + number * 7_919_017;
  const values = [];
  for (; values.length < 7; left = Math.floor(left / 32)) values.unshift(left % 32);
  const sum = values.reduceRight((total, value, at) => {
    const addend = value * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(addend / 32) + (addend % 32);
  }, 0);
  return [...values, (32 - (sum % 32)) % 32].map((value) => alphabet[value]).join("");
}

/**
 * Teaches a page `answerSurvey({ code, words, number })`, which resolves once thanks is on the screen, and `leaveThanks()`. The
 * words and the number are given where the kiosk asks for them.
 */
export async function teach(page) {
  await page.addInitScript(() => {
    const at = (id) => document.querySelector(`[data-testid="${id}"]:not([disabled])`);
    const until = (found) =>
      new Promise((resolve) => {
        const look = () => {
          const there = found();
          if (!there) return;
          observer.disconnect();
          resolve(there);
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true, attributes: true });
        look();
      });
    const touch = async (id) => (await until(() => at(id))).click();
    const question = (step) => () => at("progress")?.textContent?.startsWith(`${step} `) && at("answer-yes");
    const give = {
      "own-words": async (field, { words }) => {
        field.value = words;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await touch("teach-back-continue");
      },
      "number-agree": async (agree, { number }) => {
        for (const digit of number) await touch(`digit-${digit}`);
        agree.click();
      },
    };
    const beyondTheQuestions = async (patient) => {
      for (;;) {
        const shown = await until(() => at("own-words") ?? at("number-agree") ?? at("thanks"));
        const ask = give[shown.dataset.testid];
        if (!ask) return;
        await ask(shown, patient);
        await until(() => !shown.isConnected);
      }
    };
    globalThis.answerSurvey = async (patient) => {
      const { code } = patient;
      await touch("language-en");
      for (const symbol of code) await touch(`key-${symbol}`);
      await touch("visit-continue");
      await touch("respondent-patient");
      for (const step of [1, 2, 3]) (await until(question(step))).click();
      await beyondTheQuestions(patient);
    };
    globalThis.leaveThanks = async () => {
      await touch("done");
      await until(() => at("screen-welcome"));
    };
  });
}

/** One patient by the page's own clock, which only we move. */
export async function answerByTheClock(page, patient) {
  await meanwhile(
    page,
    page.evaluate((one) => globalThis.answerSurvey(one), patient),
  );
  await meanwhile(
    page,
    page.evaluate(() => globalThis.leaveThanks()),
  );
}

async function meanwhile(page, happening) {
  let over = false;
  const ended = happening.finally(() => {
    over = true;
  });
  for (let ticks = 0; !over; ticks++) {
    if (ticks > 600) throw new Error("two minutes of the page's clock were not enough");
    await Promise.race([ended, page.clock.runFor(200)]);
  }
  await ended;
}
