package org.huizhi.spec;

/**
 * Where the head stands in the finished photo, in its pixels.
 *
 * @param headWidthPx widest extent of the head with its hair and ears, above the chin
 * @param headHeightPx crown (top of the hair) to chin
 * @param crownGapPx top edge to crown
 * @param eyeLinePx top edge to the line through the pupils
 * @param pupilDistancePx between the pupils
 * @param mostOffCentrePx how far the middle between the pupils may stand from the vertical middle
 */
public record Geometry(
    Range headWidthPx,
    Range headHeightPx,
    Range crownGapPx,
    Range eyeLinePx,
    Range pupilDistancePx,
    double mostOffCentrePx) {}
