package org.homeward.staff;

/** Hashes passwords, slowly. */
public interface Passwords {

  String hash(String password);

  boolean matches(String password, String hash);

  /** Takes as long as a comparison: a name that nobody has must not be told by its speed. */
  void pretend(String password);
}
