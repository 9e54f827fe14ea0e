package org.huizhi.voice;

/**
 * A sentence that stands on the screen now.
 *
 * @param language its tag, such as {@code zh}
 * @param key its name in the words files, such as {@code advice.move-left}
 * @param text what is said when nobody recorded it
 */
public record Prompt(String language, String key, String text) {}
