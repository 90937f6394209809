package org.homeward.staff.argon2;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.homeward.staff.Passwords;

/**
 * Argon2id with 19 MiB, two passes, one lane: the first choice of OWASP's Password Storage Cheat
 * Sheet. Two at a time, so that many sign-ins at once cannot take the memory away.
 */
public final class Argon2Passwords implements Passwords {
  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  private final Semaphore places = new Semaphore(2);

  @Override
  public String hash(String password) {
    return inTurn(() -> Password.hash(password).addRandomSalt(16).with(FUNCTION).getResult());
  }

  @Override
  public boolean matches(String password, String hash) {
    return inTurn(
        () -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
  }

  @Override
  public void pretend(String password) {
    String unused = hash(password);
    if (unused.isEmpty()) {
      throw new IllegalStateException("A hash is never empty");
    }
  }

  private <T> T inTurn(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
