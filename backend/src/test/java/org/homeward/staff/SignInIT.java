package org.homeward.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.homeward.app.Browser;
import org.homeward.app.Browser.Answer;
import org.homeward.app.ServiceUnderTest;
import org.homeward.app.SettableClock;
import org.homeward.app.Settings;
import org.homeward.db.TestDatabase;
import org.homeward.http.SessionCookie;
import org.homeward.staff.argon2.Argon2Passwords;
import org.junit.jupiter.api.Test;

class SignInIT {
  private static final String PASSWORD = "a nurse's own password";

  private final Browser browser = new Browser(ServiceUnderTest.shared().url());
  private final String name = person();

  @Test
  void theNameIsTakenInAnyCaseAndTheCookieIsForThisSiteAlone() {
    Answer answer = signIn(browser, name.toUpperCase(java.util.Locale.ROOT), PASSWORD);
    assertEquals(200, answer.status());
    String cookie = answer.header("Set-Cookie").orElseThrow();
    assertTrue(
        cookie.matches("homeward=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict"), cookie);
  }

  @Test
  void overHttpsTheCookieIsSecureAndOfThisHost() {
    SessionCookie cookie = SessionCookie.at(URI.create("https://homeward.example.org"));
    assertEquals("__Host-homeward=x; Path=/; HttpOnly; SameSite=Strict; Secure", cookie.set("x"));
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
    Answer wrong = signIn(browser, name, "wrong");
    Answer unknown = signIn(browser, "nobody-" + UUID.randomUUID(), "wrong");
    assertEquals(401, wrong.status());
    assertEquals("sign-in-refused", wrong.code());
    assertEquals(wrong.whole().body(), unknown.whole().body());
    assertTrue(wrong.header("Set-Cookie").isEmpty());
  }

  @Test
  void namesAndPasswordsThatNobodyHasAreRefusedLikeTheRest() {
    for (String odd : new String[] {"", " ", "a\0b", "x".repeat(10_000), "'; --"}) {
      assertEquals("sign-in-refused", signIn(browser, odd, "x").code());
      assertEquals("sign-in-refused", signIn(browser, "nobody" + UUID.randomUUID(), odd).code());
    }
    assertEquals("sign-in-refused", browser.post("/api/v1/session", "{}").code());
  }

  @Test
  void afterTenFailuresEvenTheRightPasswordWaits() {
    for (int i = 0; i < 10; i++) {
      assertEquals("sign-in-refused", signIn(browser, name, "wrong").code());
    }
    Answer eleventh = signIn(browser, " " + name, PASSWORD);
    assertEquals(429, eleventh.status());
    assertEquals("too-many-attempts", eleventh.code());
    assertEquals("900", eleventh.header("Retry-After").orElseThrow());
    assertEquals(200, signIn(browser, person(), PASSWORD).status());
  }

  @Test
  void anAccountThatNobodyHasIsThrottledJustAsOneThatIsThere() {
    String nobody = "nobody-" + UUID.randomUUID();
    for (int i = 0; i < 10; i++) {
      signIn(browser, nobody, "wrong");
    }
    assertEquals(429, signIn(browser, nobody, "wrong").status());
  }

  @Test
  void signingOutEndsTheSessionAtOnce() {
    Browser signedIn = signedIn(browser);
    assertEquals(200, signedIn.get("/api/v1/session").status());
    Answer out = signedIn.delete("/api/v1/session");
    assertEquals(204, out.status());
    assertTrue(out.header("Set-Cookie").orElseThrow().endsWith("; Max-Age=0"));
    assertEquals("sign-in-required", signedIn.get("/api/v1/session").code());
  }

  @Test
  void signingInTwiceIsTwoSessions() {
    Browser one = signedIn(browser);
    Browser other = signedIn(browser);
    one.delete("/api/v1/session");
    assertEquals(200, other.get("/api/v1/session").status());
  }

  @Test
  void aCookieThatIsNoSessionsIsNobodys() {
    for (String cookie : new String[] {"", "x", "%00", "AAAA", "\u00e9"}) {
      assertEquals(
          "sign-in-required",
          browser.with("Cookie", "homeward=" + cookie).get("/api/v1/session").code());
    }
  }

  @Test
  void aDisabledPersonIsOutAtOnceAndDoesNotComeBack() {
    Browser signedIn = signedIn(browser);
    TestDatabase.database().change("UPDATE person SET disabled_at = now() WHERE name = ?", name);
    assertEquals("sign-in-required", signedIn.get("/api/v1/session").code());
    assertEquals("sign-in-refused", signIn(browser, name, PASSWORD).code());
  }

  @Test
  void aSessionEndsAfterHalfAnHourUnusedAndAfterTwelveHoursAnyway() {
    SettableClock clock = new SettableClock(Instant.now());
    try (ServiceUnderTest service = start(clock)) {
      Browser idle = signedIn(new Browser(service.url()));
      clock.advance(Duration.ofMinutes(29));
      assertEquals(200, idle.get("/api/v1/session").status());
      clock.advance(Duration.ofMinutes(31));
      assertEquals("sign-in-required", idle.get("/api/v1/session").code());
      Browser busy = signedIn(new Browser(service.url()));
      for (int i = 0; i < 36; i++) {
        assertEquals(200, busy.get("/api/v1/session").status());
        clock.advance(Duration.ofMinutes(20));
      }
      assertEquals("sign-in-required", busy.get("/api/v1/session").code());
    }
  }

  @Test
  void aQuarterOfAnHourAfterTenFailuresOneMayTryAgain() {
    SettableClock clock = new SettableClock(Instant.now());
    try (ServiceUnderTest service = start(clock)) {
      Browser elsewhere = new Browser(service.url());
      for (int i = 0; i < 11; i++) {
        signIn(elsewhere, name, "wrong");
      }
      assertEquals(429, signIn(elsewhere, name, PASSWORD).status());
      clock.advance(Duration.ofMinutes(16));
      assertEquals(200, signIn(elsewhere, name, PASSWORD).status());
    }
  }

  @Test
  void thePasswordIsInNoAnswer() {
    assertFalse(signIn(browser, name, PASSWORD).whole().body().contains(PASSWORD));
  }

  private Browser signedIn(Browser at) {
    String cookie = signIn(at, name, PASSWORD).header("Set-Cookie").orElseThrow();
    return at.with("Cookie", cookie.replaceFirst(";.*", ""));
  }

  private static Answer signIn(Browser browser, String name, String password) {
    return browser.post("/api/v1/session", Map.of("name", name, "password", password));
  }

  private static ServiceUnderTest start(InstantSource clock) {
    return ServiceUnderTest.start(
        TestDatabase.serviceUrl(), 16, new Settings.Carrier.None(), clock);
  }

  private static String person() {
    String name = "nurse-" + UUID.randomUUID();
    TestDatabase.database()
        .change(
            "INSERT INTO person (person_id, name, password_hash) VALUES (?, ?, ?)",
            UUID.randomUUID(),
            name,
            new Argon2Passwords().hash(PASSWORD));
    return name;
  }
}
