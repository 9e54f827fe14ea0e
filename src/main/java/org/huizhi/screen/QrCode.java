package org.huizhi.screen;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;

/** A short text as a QR code, black on white in every theme. */
public final class QrCode extends Canvas {
  /**
   * @param modulePx the side of one of its squares
   */
  public QrCode(String text, int modulePx) {
    BitMatrix bits;
    try {
      bits = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("this text fits no QR code", tooLong);
    }
    setWidth(bits.getWidth() * modulePx);
    setHeight(bits.getHeight() * modulePx);
    var pen = getGraphicsContext2D();
    pen.setFill(Color.WHITE);
    pen.fillRect(0, 0, getWidth(), getHeight());
    pen.setFill(Color.BLACK);
    for (int y = 0; y < bits.getHeight(); y++) {
      for (int x = 0; x < bits.getWidth(); x++) {
        if (bits.get(x, y)) {
          pen.fillRect(x * modulePx, y * modulePx, modulePx, modulePx);
        }
      }
    }
  }
}
