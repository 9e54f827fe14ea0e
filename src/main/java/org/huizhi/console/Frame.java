package org.huizhi.console;

import java.util.Map;
import java.util.function.Consumer;
import org.huizhi.staff.Person;

/** What every page has: who is in, the words, errands, and a place over the page to ask why. */
interface Frame {
  Say say();

  Person who();

  Desk desk();

  Errands errands();

  /** Asks for a reason over the page. */
  <T extends Enum<T>> void askWhy(StaffPhrase title, Map<T, String> reasons, Consumer<T> chosen);

  /** Locks these pages and shows what lies under them. */
  void leave();

  /** Says something at the foot. */
  void say(StaffPhrase phrase);

  /** Says at the foot that a deed was done, or was not. */
  void done(boolean done);
}
