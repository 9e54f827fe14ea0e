package org.huizhi.staff;

/** What somebody is in the hall. */
public enum StaffRole {
  CLERK,
  SUPERVISOR,
  /** Looks after the machines and sees no photos. */
  TECHNICIAN;

  public boolean may(Right right) {
    return switch (right) {
      case SERVE, MEND -> true;
      case DECIDE, REPRINT -> this != TECHNICIAN;
      case DELETE, READ_BOOKS -> this == SUPERVISOR;
    };
  }
}
