package org.huizhi.check;

import org.huizhi.spec.Code;
import org.huizhi.spec.Severity;

/**
 * A finding with the rule it comes from.
 *
 * @param limit the limit in words and figures for staff, such as {@code ≤ 5°}
 */
public record Assessment(Code code, Severity severity, Finding finding, String limit) {}
