package org.huizhi.staff;

import java.util.EnumSet;
import java.util.Set;

/** What somebody is in the hall. */
public enum StaffRole {
  CLERK(EnumSet.of(Right.SERVE, Right.MEND, Right.DECIDE, Right.REPRINT)),
  SUPERVISOR(EnumSet.allOf(Right.class)),
  /** Looks after the machines and sees no photos. */
  TECHNICIAN(EnumSet.of(Right.SERVE, Right.MEND));

  private final Set<Right> rights;

  StaffRole(Set<Right> rights) {
    this.rights = Set.copyOf(rights);
  }

  public boolean may(Right right) {
    return rights.contains(right);
  }
}
