package org.homeward.staff;

import java.util.Base64;
import java.util.Optional;
import org.homeward.facility.Ids;
import org.homeward.token.Token;

/** Makes the account that an empty installation begins with. */
public final class FirstAdministrator {
  public static final String NAME = "admin";
  private static final int GENERATED_BYTES = 15;

  private final People people;
  private final Passwords passwords;
  private final Ids ids;

  public FirstAdministrator(People people, Passwords passwords, Ids ids) {
    this.people = people;
    this.passwords = passwords;
    this.ids = ids;
  }

  /**
   * Does nothing when anybody can sign in already.
   *
   * @param chosen the password that the installation was given
   * @return the generated password, when none was given, to be shown once
   */
  public Optional<String> ensure(Optional<String> chosen) {
    if (!people.isEmpty()) {
      return Optional.empty();
    }
    String password =
        chosen.orElseGet(
            () ->
                Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Token.randomBytes(GENERATED_BYTES)));
    people.add(ids.next(), NAME, passwords.hash(password), true);
    return chosen.isPresent() ? Optional.empty() : Optional.of(password);
  }
}
