package org.huizhi.name;

import java.util.ArrayList;
import java.util.List;

/**
 * The candidates that a screen shows at once, and where: nothing is ever scrolled. Filled row by
 * row.
 */
public record CandidatePage(List<Place> places) {
  public static final int COLUMNS = 7;
  public static final int ROWS = 4;

  /**
   * Where a candidate stands.
   *
   * @param columns one for one or two characters, two for more
   */
  public record Place(Candidate candidate, int column, int row, int columns) {}

  public CandidatePage {
    places = List.copyOf(places);
  }

  /** The candidates divided into pages; no page when there are none. */
  public static List<CandidatePage> divide(List<Candidate> candidates) {
    List<CandidatePage> pages = new ArrayList<>();
    List<Place> page = new ArrayList<>();
    int cell = 0;
    for (Candidate candidate : candidates) {
      int columns = candidate.text().codePointCount(0, candidate.text().length()) <= 2 ? 1 : 2;
      if (cell % COLUMNS + columns > COLUMNS) {
        cell++;
      }
      if (cell + columns > COLUMNS * ROWS) {
        pages.add(new CandidatePage(page));
        page.clear();
        cell = 0;
      }
      page.add(new Place(candidate, cell % COLUMNS, cell / COLUMNS, columns));
      cell += columns;
    }
    if (!page.isEmpty()) {
      pages.add(new CandidatePage(page));
    }
    return pages;
  }

  public List<Candidate> candidates() {
    return places.stream().map(Place::candidate).toList();
  }
}
