package org.huizhi.console;

import java.util.List;
import java.util.Optional;
import org.huizhi.queue.TicketStep;
import org.huizhi.record.LightCheck;
import org.huizhi.record.PrintJob;
import org.huizhi.session.StaffEnd;
import org.huizhi.staff.Health;
import org.huizhi.staff.Person;

/**
 * What staff can do with the machine at which they stand. Every deed is noted with who did it. May
 * take its time; each method may throw {@link org.huizhi.storage.StorageTrouble}.
 */
public interface Post {
  /** At once, on any thread. */
  Now now();

  /** Ends the visit that stands there; nothing of it is left. */
  void end(Person who, StaffEnd how, String why);

  /** Gives the person their whole time anew. */
  void extend(Person who);

  /**
   * Takes a step with the ticket that is called here.
   *
   * @return whether it could be taken
   */
  boolean call(Person who, TicketStep step);

  Health health();

  /** Lets a paused printer go on; whether it did. */
  boolean resume(Person who, String printer);

  /** Says that a printer whose sheets are counted is full again. */
  void filled(Person who, String printer);

  /** Prints a page that belongs to nobody; whether the printer said that it is out. */
  boolean testPrint(Person who, String printer);

  /** Says a sentence; whether the machine has a voice. */
  boolean testSound(Person who);

  /**
   * Measures how the light falls on a grey card; the picture is not kept.
   *
   * @return false while somebody is there, or where the camera gives no picture
   */
  boolean checkLight(Person who);

  /** The last checks of the light, the oldest first. */
  List<LightCheck> lightChecks();

  /**
   * Takes a picture of the empty hall.
   *
   * @param why is noted
   * @return empty while somebody is there, or where the camera gives no picture
   */
  Optional<TestPicture> testShot(Person who, String why);

  /** Takes the shot of who stands before the camera, whatever the live judge says. */
  void shoot(Person who);

  /** Serves the person at their screen from now on; it gets its time anew. */
  void takeOver(Person who);

  /** Asks the detection centre about everything at once. */
  void askCentre(Person who);

  /** Slips whose end nobody knows. */
  List<PrintJob> tasks();

  /** Staff looked: the slip came out, or did not. */
  void settle(Person who, PrintJob task, boolean cameOut);
}
