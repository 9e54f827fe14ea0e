package org.huizhi.app;

import org.huizhi.camera.LampSwitch;
import org.huizhi.camera.device.RelayLamp;
import org.huizhi.session.State;

/** When the lamp shines. */
final class Lamps {
  private Lamps() {}

  /** Shines on whoever visits; the caller closes it. */
  static LampSwitch follow(Engine engine, String port) {
    LampSwitch lamp = new LampSwitch(() -> new RelayLamp(port));
    engine.watch(state -> lamp.want(isOn(state)));
    return lamp;
  }

  /** From the questions before the live view, so that the camera has settled, to the last shot. */
  private static boolean isOn(State state) {
    return switch (state) {
      case State.Identifying _, State.Framing _, State.Shooting _, State.Making _ -> true;
      case State.Guardian _, State.Preparing _, State.Reviewing _ -> true;
      case State.Welcome _, State.Expecting _, State.Returning _, State.Ticketing _ -> false;
      case State.Consent _, State.Choosing _ -> false;
      case State.WaitingForStaff _, State.Issuing _, State.Farewell _ -> false;
      case State.OutOfOrder _ -> false;
    };
  }
}
