package org.huizhi.session;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.huizhi.spec.Field;
import org.huizhi.spec.Spec;

/** What is known of the person in front of the machine. */
public record Visit(Agreement agreement, Spec document, Details details, Tries tries) {
  /** Whoever is younger cannot agree alone (个人信息保护法, article 31). */
  private static final int OF_AGE_TO_AGREE = 14;

  /** A visit before its first shot. */
  public Visit(Agreement agreement, Spec document, Details details) {
    this(agreement, document, details, Tries.NONE);
  }

  Visit with(Details more) {
    return new Visit(agreement, document, more, tries);
  }

  Visit with(Agreement other) {
    return new Visit(other, document, details, tries);
  }

  Visit with(Tries more) {
    return new Visit(agreement, document, details, more);
  }

  /** Whether the ID number says that a guardian has to agree, and none has. */
  boolean lacksGuardian(LocalDate today) {
    boolean young =
        birth(today)
            .filter(born -> Period.between(born, today).getYears() < OF_AGE_TO_AGREE)
            .isPresent();
    return young && agreement.company() != Company.CHILD;
  }

  private Optional<LocalDate> birth(LocalDate today) {
    return details
        .of(Field.ID_NUMBER)
        .map(number -> IdNumber.read(number, today))
        .filter(IdNumber.Reading.Right.class::isInstance)
        .map(reading -> ((IdNumber.Reading.Right) reading).birth());
  }
}
