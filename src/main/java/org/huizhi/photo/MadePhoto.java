package org.huizhi.photo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huizhi.check.Assessment;
import org.huizhi.face.HeadMeasure;
import org.opencv.core.Mat;

/**
 * A finished document photo with what was measured again on its file. Holds native memory of the
 * cut-out: close it. Safe to read from any thread once made.
 */
public final class MadePhoto implements AutoCloseable {
  private final byte[] jpeg;
  private final Cutout cutout;
  private final Crop crop;
  private final FileFacts facts;
  private final Optional<HeadMeasure> head;
  private final List<Assessment> assessments;
  private final List<PixelOperation> operations;
  private final String sourceSha256;

  MadePhoto(
      JpegFile file,
      Cutout cutout,
      Crop crop,
      ResultCheck.Result result,
      List<PixelOperation> operations,
      String sourceSha256) {
    this.jpeg = file.bytes();
    this.cutout = cutout;
    this.crop = crop;
    this.facts = result.facts();
    this.head = result.head();
    this.assessments = List.copyOf(result.assessments());
    this.operations = List.copyOf(operations);
    this.sourceSha256 = sourceSha256;
  }

  /** The file's bytes; a copy. */
  public byte[] jpeg() {
    return jpeg.clone();
  }

  /** The shot at full size with alpha, CV_8UC4; lent until this is closed. */
  public Mat cutout() {
    return cutout.bgra();
  }

  /** Which part of the shot became the photo. */
  public Crop crop() {
    return crop;
  }

  /** Read back from the file's bytes. */
  public FileFacts facts() {
    return facts;
  }

  /** The head in the photo's pixels, found again in the decoded file; empty when it was not. */
  public Optional<HeadMeasure> head() {
    return head;
  }

  /** Geometry and file against the document's demands, measured on the finished file. */
  public List<Assessment> assessments() {
    return assessments;
  }

  /** Everything that was done to pixels and file, in order. */
  public List<PixelOperation> operations() {
    return operations;
  }

  /** Of the shot's width, height (four bytes each, big end first) and B, G, R row by row. */
  public String sourceSha256() {
    return sourceSha256;
  }

  /** Of the file's bytes. */
  public String resultSha256() {
    return Digest.of(jpeg);
  }

  @Override
  public void close() {
    cutout.close();
    Arrays.fill(jpeg, (byte) 0);
  }
}
