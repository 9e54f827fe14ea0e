package org.huizhi.camera;

/** How the camera stands, for applicant and staff. */
public sealed interface CameraState {
  /** It is being opened. */
  record Opening() implements CameraState {}

  /** It gives pictures that are alive. */
  record Running(String name, boolean demonstration) implements CameraState {}

  /** It gives none worth showing; it is watched and opened again. */
  record Lost(CameraTrouble.Kind kind, String message) implements CameraState {}
}
