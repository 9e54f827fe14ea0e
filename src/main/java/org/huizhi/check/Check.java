package org.huizhi.check;

/**
 * One rule that a shot must obey. Each is a record named after its code, whose components are its
 * limits, filled by name from the spec file.
 *
 * <p>The order of this list is the order in which a person can act: come into view, distance,
 * position, turn, face, then light. Findings are given in it and the first missed one is the
 * advice.
 */
public sealed interface Check
    permits NoFace,
        MultipleFaces,
        FaceDistance,
        FacePosition,
        LowResolution,
        HeadCut,
        ShouldersMissing,
        ShouldersTilted,
        PoseYaw,
        PosePitch,
        PoseRoll,
        Headgear,
        Sunglasses,
        GlassesTint,
        GlassesGlare,
        GlassesFrame,
        HairOverEyes,
        BrowsHidden,
        EarsHidden,
        EyesClosed,
        Gaze,
        RedEye,
        Occlusion,
        MouthOpen,
        Expression,
        Jewellery,
        BareShoulders,
        ClothesLight,
        TooDark,
        Overexposed,
        Shadow,
        Hotspot,
        SkinTone,
        LowContrast,
        Grayscale,
        Blur,
        Noise,
        Compression,
        Background,
        Retouched,
        ScreenOrPrint {

  /** Looks at a shot that has a face; {@link NoFace} also at one that has none. */
  Finding look(Shot shot);

  /** The limit in figures and words for staff, such as {@code ≤ 10°}. */
  String limit();
}
