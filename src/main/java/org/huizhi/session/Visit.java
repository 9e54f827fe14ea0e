package org.huizhi.session;

import org.huizhi.spec.Spec;

/** What is known of the person in front of the machine. */
public record Visit(Agreement agreement, Spec document, Details details) {
  Visit with(Details more) {
    return new Visit(agreement, document, more);
  }
}
