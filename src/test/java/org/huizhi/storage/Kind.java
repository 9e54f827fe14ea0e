package org.huizhi.storage;

/** On which database a test runs: every one that can runs on both. */
public enum Kind {
  SQLITE,
  POSTGRESQL;

  /** An empty place for records; with SQLite, in the data folder that the test has. */
  public Storage storage() {
    return switch (this) {
      case SQLITE -> new Storage.Sqlite();
      case POSTGRESQL -> TestServer.storage();
    };
  }
}
