package org.huizhi.staff;

/**
 * One of the staff.
 *
 * @param number typed to get in, such as a service number; it stands for the person in the audit
 */
public record Person(String number, String name, StaffRole role, boolean locked) {
  private static final String NUMBER = "[0-9]{1,8}";

  public Person {
    if (!number.matches(NUMBER)) {
      throw new IllegalArgumentException("a staff number is 1 to 8 digits");
    }
  }
}
