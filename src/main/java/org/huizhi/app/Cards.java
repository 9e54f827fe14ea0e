package org.huizhi.app;

import org.huizhi.card.IdCard;
import org.huizhi.session.Details;
import org.huizhi.session.Typing;
import org.huizhi.spec.Field;

/** What a card tells, as fields of an application. */
final class Cards {
  private Cards() {}

  static Details details(IdCard card) {
    Field number =
        switch (card.kind()) {
          case CITIZEN, HK_MACAU_TAIWAN_RESIDENT -> Field.ID_NUMBER;
          case PERMANENT_RESIDENT -> Field.PERMANENT_RESIDENCE;
        };
    return Details.NONE.with(Field.NAME, Typing.written(card.name())).with(number, card.number());
  }
}
