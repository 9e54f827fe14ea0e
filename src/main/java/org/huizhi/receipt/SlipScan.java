package org.huizhi.receipt;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the signed code in a picture of a slip. */
public final class SlipScan {
  private static final Map<DecodeHintType, Object> HARD = Map.of(DecodeHintType.TRY_HARDER, true);

  private SlipScan() {}

  /**
   * The text of the signed code, not yet verified; empty when none can be read.
   *
   * @param grey one byte a pixel, row by row
   */
  public static Optional<String> signedCode(byte[] grey, int width, int height) {
    byte[] smooth = smooth(grey, width, height);
    byte[] smoother = smooth(smooth, width, height);
    // Hybrid copes with uneven light, smoothing with noise, the histogram with low contrast.
    for (Binarizer view :
        List.of(
            new HybridBinarizer(picture(grey, width, height)),
            new HybridBinarizer(picture(smooth, width, height)),
            new HybridBinarizer(picture(smoother, width, height)),
            new GlobalHistogramBinarizer(picture(grey, width, height)),
            new GlobalHistogramBinarizer(picture(smooth, width, height)))) {
      try {
        for (Result found : new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(view), HARD)) {
          if (found.getText().startsWith(SlipCode.START)
              || found.getText().equals(SlipCode.SPECIMEN)) {
            return Optional.of(found.getText());
          }
        }
      } catch (NotFoundException e) {
        // the next view may show it
      }
    }
    return Optional.empty();
  }

  private static LuminanceSource picture(byte[] grey, int width, int height) {
    return new PlanarYUVLuminanceSource(grey, width, height, 0, 0, width, height, false);
  }

  /** The mean of each pixel and its eight neighbours; the rim stays. */
  private static byte[] smooth(byte[] grey, int width, int height) {
    byte[] smooth = grey.clone();
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int sum = 0;
        for (int row = y - 1; row <= y + 1; row++) {
          for (int column = x - 1; column <= x + 1; column++) {
            sum += grey[row * width + column] & 0xFF;
          }
        }
        smooth[y * width + x] = (byte) (sum / 9);
      }
    }
    return smooth;
  }
}
