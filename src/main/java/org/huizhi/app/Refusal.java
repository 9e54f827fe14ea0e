package org.huizhi.app;

/** Why a command cannot do what it was asked, in a sentence for whoever asked. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  Refusal(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
